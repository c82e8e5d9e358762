/**
 * Every failure a person can see. A code is stable: it is a translation key, a log field and a test target.
 * Each has a sentence in every language (renderer/i18n/<locale>/errors.json) or the build fails.
 */
export type ErrorTraits = {
  readonly severity: 'recoverable' | 'blocked' | 'bug';
  readonly retry: 'automatic' | 'after-user-action' | 'never';
};

const BUG = { severity: 'bug', retry: 'never' } as const;
const USER = { severity: 'blocked', retry: 'after-user-action' } as const;
const SOON = { severity: 'recoverable', retry: 'automatic' } as const;
const AGAIN = { severity: 'recoverable', retry: 'after-user-action' } as const;

export const ERROR_CODES = {
  'ipc.bad-message': BUG,
  'ipc.bad-sender': BUG,
  'ipc.unknown-call': BUG,
  'ipc.internal': BUG,

  'host.crashed': SOON,
  'host.not-ready': SOON,
  'host.parked': USER,
  'host.wrong-runtime': USER,
  'host.timeout': AGAIN,

  'session.required': USER,
  'session.locked': USER,
  'session.role': USER,
  'session.bad-credentials': AGAIN,
  'session.wait': AGAIN,
  'session.inactive': USER,
  'session.weak-password': AGAIN,
  'session.login-taken': AGAIN,
  'session.setup-done': USER,
  'session.last-administrator': USER,

  'store.corrupt': USER,
  'store.wrong-key': USER,
  'store.foreign': USER,
  'store.newer': USER,
  'store.full': AGAIN,
  'store.clock-back': USER,
  'store.not-found': AGAIN,
  'store.read-only': USER,
  'store.in-use': USER,
  'store.audit-broken': USER,

  'keys.unavailable': USER,
  'keys.wrong-passphrase': AGAIN,
  'keys.weak-passphrase': AGAIN,
  'keys.damaged': USER,

  'dossier.illegal-event': USER,
  'dossier.same-officer': USER,
  'dossier.stale-version': AGAIN,
  'dossier.incomplete': AGAIN,
  'dossier.read-only': USER,
  'dossier.bad-field': AGAIN,
  'dossier.not-yours': USER,

  'citizen.nothing-shown': AGAIN,
  'citizen.marked-wrong': USER,
  'dossier.not-confirmed': AGAIN,
  'dossier.reason-needed': AGAIN,
  'dossier.countersign-needed': AGAIN,

  'procedure.blocked': USER,
  'procedure.not-standing': AGAIN,
  'procedure.bad-ground': AGAIN,
  'reception.not-ready': AGAIN,
  'reception.nothing-to-correct': AGAIN,
  'reception.is-known': AGAIN,
  'contact.too-early': AGAIN,
  'fee.nothing-due': AGAIN,
  'fee.changed': AGAIN,
  'fee.evidence-needed': AGAIN,
  'fee.number-used': AGAIN,
  'fee.no-such-receipt': AGAIN,
  'fee.words-needed': AGAIN,

  'capture.not-in-spool': AGAIN,
  'capture.bad-image': AGAIN,
  'capture.bad-slot': BUG,
  'capture.reason-required': USER,
  'capture.image-damaged': USER,
  'document.too-many-pages': USER,

  'device.not-found': USER,
  'device.not-ready': AGAIN,
  'device.permission': USER,
  'device.in-use': USER,
  'device.unplugged': SOON,
  'device.timeout': AGAIN,
  'device.bad-frame': SOON,
  'device.cancelled': AGAIN,
  'device.unsupported': USER,
  'device.untrusted': USER,
  'device.wrong-fingers': AGAIN,
  'device.recorded-input-bad': USER,
  'device.recorded-transaction-bad': USER,

  'camera.not-allowed': USER,
  'camera.not-found': SOON,
  'camera.not-readable': AGAIN,
  'camera.overconstrained': USER,
  'camera.aborted': AGAIN,
  'camera.security': USER,

  'bundle.not-saved': AGAIN,

  'printer.not-found': USER,
  'printer.refused': AGAIN,
  'printer.offline': AGAIN,
  'printer.attention': AGAIN,

  'population.offline': AGAIN,
  'population.timeout': AGAIN,
  'population.overloaded': AGAIN,
  'population.refused': USER,
  'population.bad-reply': AGAIN,
  'population.lookup-unknown': AGAIN,

  'seal.no-certificate': USER,
  'seal.failed': USER,
  'sealed.not-cms': USER,
  'sealed.wrong-recipient': USER,
  'sealed.decrypt-failed': USER,
  'sealed.bad-signature': USER,
  'sealed.untrusted-signer': USER,
  'sealed.bad-zip': USER,
  'sealed.bad-manifest': USER,
  'sealed.hash-mismatch': USER,
  'sealed.bad-biometrics': USER,

  'outbox.offline': SOON,
  'outbox.server': SOON,
  'outbox.parked': USER,
  'outbox.identity-differs': USER,
  'outbox.rejected': USER,
  'outbox.bad-reply': SOON,

  'receipt.too-early': AGAIN,
  'receipt.failed': AGAIN,

  'form.failed': AGAIN,
  'form.not-in-force': USER,
  'form.nothing-to-say': AGAIN,

  'settings.unknown-key': USER,
  'settings.bad-value': USER,
  'settings.locked-by-policy': USER,
} as const satisfies Record<string, ErrorTraits>;

export type ErrorCode = keyof typeof ERROR_CODES;

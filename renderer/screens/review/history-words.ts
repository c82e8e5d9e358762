/** Audited actions that have words; anything else is shown by its name. */
const ACTIONS = [
  'dossier.open', 'dossier.get', 'dossier.view', 'dossier.set-field', 'dossier.set-kind', 'dossier.set-step', 'dossier.set-missing-finger',
  'dossier.clear-missing-finger', 'dossier.add-document', 'dossier.remove-document', 'dossier.confirm-by-citizen', 'dossier.submit',
  'dossier.withdraw', 'dossier.reopen', 'dossier.approve', 'dossier.return', 'dossier.seal', 'dossier.enqueue', 'dossier.capture-complete',
  'dossier.capture-reopened', 'dossier.upload-started', 'dossier.upload-interrupted', 'dossier.accept', 'dossier.reject',
  'capture.accept', 'capture.reject', 'capture.image', 'receipt.make', 'receipt.print',
] as const;

export const actionKey = (action: string) => {
  const known = ACTIONS.find((a) => a === action);
  return known === undefined ? undefined : (`action.${known}` as const);
};

import type { Handlers } from '../../../electron/contract/call.ts';
import type { procedureContract } from '../../../electron/contract/procedure.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { saysWhy } from '../../../electron/core/procedure/void-refusals.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import { feeDay, mayDecideVoid, waitingVoids } from '../procedure/fee-day.ts';
import { isVoid, isVoidAsked } from '../procedure/fee-repository.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, noteView } from './acting.ts';

type Calls = Handlers<typeof procedureContract, PageContext>;
type FeeCalls = Pick<Calls, 'fee.set-exemption' | 'fee.collect' | 'fee.ask-void' | 'fee.decide-void' | 'fee.day-sheet' | 'fee.waiting-voids'>;

/** Money at the counter. The store reckons the amount; a receipt is voided only by two people. */
export const feeHandlers = (station: Station): FeeCalls => ({
  'fee.set-exemption': ({ exemption, evidence, ...target }, context) => {
    const seen = evidence.normalize('NFC').trim();
    if (exemption !== null && seen === '') throw new AppError('fee.evidence-needed');
    return station.desk.edit({
      target, who: acting(context).user.login, action: 'fee.set-exemption', detail: exemption ?? 'none', voidsConfirmation: false,
      work: (record) => station.dossiers.set(record.id, { exemption, exemption_evidence: exemption === null ? '' : seen }),
    });
  },

  'fee.collect': ({ receiptNumber, amountDong, ...target }, context) => {
    const officer = acting(context).user;
    return station.desk.move({
      target, who: officer.login, action: 'fee.collect', detail: `${receiptNumber}; ${amountDong}`, events: [],
      work: (record, at) => {
        const { fee } = station.views.dossier(record);
        if (record.state === 'withdrawn' || fee === null || (fee.state !== 'due' && fee.state !== 'void')) throw new AppError('fee.nothing-due');
        if (fee.amountDong !== amountDong) throw new AppError('fee.changed', { amountDong: fee.amountDong });
        station.fees.insert({ dossierId: record.id, receiptNumber, amountDong, at, day: localDay(at), officerId: officer.id });
      },
    });
  },

  'fee.ask-void': ({ id, receiptNumber, reason }, context) => {
    const officer = acting(context).user;
    return station.desk.move({
      target: { id }, who: officer.login, action: 'fee.ask-void', detail: `${receiptNumber}; ${reason}`.slice(0, 450), events: [],
      work: (record, at) => {
        const receipt = station.fees.load(record.id, receiptNumber);
        if (isVoid(receipt) || isVoidAsked(receipt)) throw new AppError('fee.no-such-receipt');
        station.fees.askVoid(receipt, reason, at, officer.id);
      },
    });
  },

  'fee.decide-void': ({ id, receiptNumber, askedAt, decision }, context) => {
    const chief = acting(context).user;
    if (!decision.approve && !saysWhy(decision.refusal, decision.answer)) throw new AppError('fee.words-needed');
    return station.desk.move({
      target: { id }, who: chief.login, action: decision.approve ? 'fee.void' : 'fee.refuse-void', events: [],
      detail: (decision.approve ? receiptNumber : `${receiptNumber}; ${decision.refusal}; ${decision.answer}`).slice(0, 450),
      work: (record, at) => {
        const receipt = station.fees.load(record.id, receiptNumber);
        if (!isVoidAsked(receipt) || receipt.void_asked_at !== askedAt) throw new AppError('fee.no-such-receipt');
        if (!mayDecideVoid(receipt, chief.id)) throw new AppError('dossier.same-officer');
        station.fees.decideVoid(receipt, decision, { at, chiefId: chief.id });
      },
    });
  },

  'fee.day-sheet': ({ day, officerId }, context) => {
    const session = acting(context);
    noteView(station, session, 'fee.day-sheet', 'desk', day);
    return feeDay(station, day, session.user.role === 'officer' ? session.user.id : officerId);
  },

  'fee.waiting-voids': (_, context) => {
    noteView(station, acting(context), 'fee.waiting-voids', 'desk');
    return waitingVoids(station, acting(context).user.id);
  },
});

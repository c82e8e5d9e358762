import type { Lookup } from '../../../../../electron/contract/population.ts';
import type { IssueKind } from '../../../../../electron/core/dossier/steps.ts';
import { findGround, groundsOfKind, type GroundId } from '../../../../../electron/core/procedure/issue-grounds.ts';
import { suggestedGround } from '../../../../../electron/core/procedure/suggest-ground.ts';
import { localDay } from '../../../../../electron/core/time/format.ts';
import { navigate } from '../../../../app/hooks.ts';

/** The three ways on from a look-up besides opening a card dossier. */
export type Way = 'adjust' | 'create' | 'refuse';
export type WayProps = { readonly lookup: Lookup; readonly index: number; readonly kind: IssueKind; readonly onBack: () => void };

/** The likeliest ground of the kind today; what the citizen asked for is refined once a dossier is open. */
export function groundFor(kind: IssueKind, birthDate: string): GroundId {
  const today = localDay(Date.now());
  return suggestedGround(kind, birthDate, today) ?? groundsOfKind(kind, today)[0]?.id ?? findGround('on-request', today)?.id ?? 'on-request';
}

export const showReception = (id: string): void => navigate({ name: 'reception', receptionId: id });

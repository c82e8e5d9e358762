import type { IssueKind } from '../dossier/steps.ts';
import { sourced, type Basis } from './fact.ts';

/** The nine boxes of part III of the DC02 of 2024; several may be ticked. Source: TT 17/2024/TT-BCA, template DC02. */
export const DC02_BOXES = [
  'card', 'confirm-old-number', 'confirm-cancelled-pid', 're-establish-pid', 'extract-population', 'extract-identity', 'adjust-population', 'integrate', 'update-identity',
] as const;
export type Dc02Box = (typeof DC02_BOXES)[number];
export const DC02_BASIS: Basis = sourced('tt17-2024', 'template DC02');

export type Dc02Request = {
  readonly boxes: ReadonlySet<Dc02Box>;
  /** Which word of box 1 stays: cấp, cấp đổi, cấp lại. */
  readonly kind: IssueKind | undefined;
  /** Item 10. */
  readonly request: string;
  /** Item 11. */
  readonly deliveryAddress: string;
};

/** Numbers of the ticked boxes as the form prints them, 1 to 9, ascending. */
export const tickedNumbers = (boxes: ReadonlySet<Dc02Box>): readonly number[] => DC02_BOXES.flatMap((box, at) => (boxes.has(box) ? [at + 1] : []));

/** The request that goes with a card dossier, and the one that asks for an adjustment first. */
export const dc02ForCard = (kind: IssueKind): Pick<Dc02Request, 'boxes' | 'kind'> => ({ boxes: new Set(['card']), kind });
export const dc02ForAdjustment = (): Pick<Dc02Request, 'boxes' | 'kind'> => ({ boxes: new Set(['adjust-population']), kind: undefined });

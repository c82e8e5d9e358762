/** A rectangle of the transformed plane, in samples. */
export type Band = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One two-way split. "Inverted" puts the high-pass half first, which keeps frequencies in rising order. */
export type SplitNode = Band & { readonly invertedX: boolean; readonly invertedY: boolean };

export type SubbandLayout = {
  /** The 20 splits, parents before children: analysis runs forwards, synthesis backwards. */
  readonly nodes: readonly SplitNode[];
  /** The 64 subbands in the order of the standard; 60..63 are never coded. */
  readonly bands: readonly Band[];
};

export const CODED_BANDS = 60;
/** Coefficients are coded in three blocks that end after these subbands. */
export const BLOCK_ENDS = [19, 52, 60] as const;

/**
 * Cuts a plane into the 64 subbands of WSQ.
 * Source: IAFIS-IC-0110 v3.1, Part 1, A.1.3 and figure A.2. Inversion follows one rule: a rectangle that lies in the
 * second half of its parent is split high-pass first, in the direction in which it lies second.
 */
export function layOutSubbands(width: number, height: number): SubbandLayout {
  const nodes: SplitNode[] = [];
  const split = (node: SplitNode): Quarter => {
    nodes.push(node);
    return quarter(node);
  };
  const deep = (node: SplitNode): readonly SplitNode[] => split(node).flatMap((child) => split(child));

  const root = split({ x: 0, y: 0, width, height, invertedX: false, invertedY: false });
  const inner = split(root[0]);
  const right = split(root[1]);
  const below = split(root[2]);
  const innerRight = deep(inner[1]);
  const innerBelow = deep(inner[2]);
  const innermost = deep(inner[0]);
  const smallest = split(innermost[0]!);
  const bands = [...smallest, ...innermost.slice(1), ...innerRight, ...innerBelow, inner[3], ...right, ...below, ...quarter(root[3])];
  return { nodes, bands };
}

type Quarter = readonly [SplitNode, SplitNode, SplitNode, SplitNode];

function quarter(parent: SplitNode): Quarter {
  const left = firstLength(parent.width, parent.invertedX);
  const top = firstLength(parent.height, parent.invertedY);
  const part = (second: boolean, lower: boolean): SplitNode => ({
    x: parent.x + (second ? left : 0),
    y: parent.y + (lower ? top : 0),
    width: second ? parent.width - left : left,
    height: lower ? parent.height - top : top,
    invertedX: second,
    invertedY: lower,
  });
  return [part(false, false), part(true, false), part(false, true), part(true, true)];
}

/** The low-pass half of an odd length is the longer one. */
const firstLength = (length: number, inverted: boolean): number => (inverted ? length >> 1 : (length + 1) >> 1);

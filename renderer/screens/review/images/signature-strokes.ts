/** A signature as it is stored: pen samples in pad pixels, pressure 0 = pen lifted. */
export type SignatureStrokes = { readonly widthPx: number; readonly heightPx: number; readonly paths: readonly string[] };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/**
 * SVG paths of a stored signature, one per stroke. Format `pen-strokes` 1: rows of x, y, pressure, milliseconds.
 * @returns `undefined` when the bytes are no such JSON
 */
export function parseSignature(bytes: Uint8Array, size: { readonly widthPx: number; readonly heightPx: number }): SignatureStrokes | undefined {
  try {
    const { samples } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly samples?: unknown };
    return Array.isArray(samples) ? { widthPx: size.widthPx, heightPx: size.heightPx, paths: pathsOf(samples) } : undefined;
  } catch {
    return undefined;
  }
}

function pathsOf(samples: readonly unknown[]): readonly string[] {
  const paths: string[] = [];
  let path = '';
  for (const sample of samples) {
    const [x, y, pressure]: readonly unknown[] = Array.isArray(sample) ? sample : [];
    if (isNumber(x) && isNumber(y) && isNumber(pressure) && pressure > 0) path += `${path === '' ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    else if (path !== '') {
      paths.push(path);
      path = '';
    }
  }
  return path === '' ? paths : [...paths, path];
}

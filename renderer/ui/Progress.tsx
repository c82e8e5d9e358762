/** A wait longer than a second: what is happening and how far. `value` 0..1, or undefined where nobody knows. */
export function Progress({ label, value }: { readonly label: string; readonly value?: number }) {
  return (
    <div className="progress">
      <span>{label}</span>
      <progress aria-label={label} max={1} {...(value === undefined ? {} : { value })} />
    </div>
  );
}

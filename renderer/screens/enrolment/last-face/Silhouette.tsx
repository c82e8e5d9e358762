/** Head and shoulders in the room of a picture that is on its way. */
export const Silhouette = () => (
  <svg className="last-face-silhouette" viewBox="0 0 90 120" aria-hidden="true">
    <ellipse cx="45" cy="46" rx="20" ry="25" />
    <path d="M4 120c0-26 16-42 41-42s41 16 41 42z" />
  </svg>
);

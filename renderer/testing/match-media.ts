/** jsdom has no media queries, and Mantine asks for the colour scheme: none matches. */
export function standInMatchMedia(): void {
  window.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} })) as never;
}

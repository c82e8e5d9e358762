/** The person who captured or submitted a dossier may not decide on it (TT 60/2021 Articles 7 and 9 separate the roles). */
export function mayDecide(decider: string, touchedBy: ReadonlySet<string>): boolean {
  return !touchedBy.has(decider);
}

/** The counter's steps in order; the step a draft was left on is where it opens again. */
export const STEPS = ['check', 'fingerprints', 'portrait', 'signature', 'documents', 'citizen-check', 'submit'] as const;
export type Step = (typeof STEPS)[number];

/** Kinds of issue (Luật Căn cước 26/2023/QH15, Articles 23 and 24). */
export const ISSUE_KINDS = ['first-issue', 'exchange', 'reissue'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

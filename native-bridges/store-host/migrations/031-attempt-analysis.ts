/** What the image work found in each attempt: qualities, boxes, problems. JSON of `StillAnalysis`, null for older attempts. */
export const ATTEMPT_ANALYSIS = `
ALTER TABLE attempt ADD COLUMN analysis_json TEXT CHECK (analysis_json IS NULL OR json_valid(analysis_json));
`;

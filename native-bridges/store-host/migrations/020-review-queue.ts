/** The chief's queue is read from its front, however long it is: what waits, by the time it was submitted. */
export const REVIEW_QUEUE = `
CREATE INDEX dossier_waiting ON dossier (ifnull(submitted_at, ''), seq) WHERE state = 'submitted';
`;

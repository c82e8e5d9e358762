/** A refused void says why: `void_refusal` = VoidRefusal, `void_answer` = the chief's own words; null where it was approved or not decided, and for older refusals. */
export const VOID_REFUSALS = `
ALTER TABLE fee_receipt ADD COLUMN void_refusal TEXT;
ALTER TABLE fee_receipt ADD COLUMN void_answer TEXT;
`;

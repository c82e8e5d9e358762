/**
 * Who a person at the workstation is. One account has exactly one role, so that four-eyes is a fact of the data.
 * The administrator manages accounts and nothing else; the technician never reads a citizen's data.
 */
export const ROLES = ['officer', 'chief', 'technician', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who may make a call: nobody signed in, anybody signed in, or exactly the roles named. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

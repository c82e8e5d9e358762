/** Accounts that every practice station has, and citizens that every practice centre knows. */
export const OFFICER = { login: 'an.nguyen', password: 'canbo-tap-huan' } as const;
export const CHIEF = { login: 'binh.le', password: 'chihuy-tap-huan' } as const;
export const TECHNICIAN = { login: 'ky.thuat', password: 'kythuat-tap-huan' } as const;

export const CITIZEN_PID = '079301000002';

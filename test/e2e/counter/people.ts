/** Accounts that every practice station has, and citizens that every practice centre knows. */
export const OFFICER = { login: 'an.nguyen', password: 'canbo-tap-huan' } as const;
export const OTHER_OFFICER = { login: 'dung.pham', password: 'canbo2-tap-huan' } as const;
export const CHIEF = { login: 'binh.le', password: 'chihuy-tap-huan' } as const;
export const TECHNICIAN = { login: 'ky.thuat', password: 'kythuat-tap-huan' } as const;
export const AUDITOR = { login: 'kiem.tra', password: 'kiemtra-tap-huan' } as const;
export const ADMINISTRATOR = { login: 'quan.tri', password: 'quantri-tap-huan' } as const;

export const CITIZEN_PID = '079301000002';
export const OTHER_CITIZEN_PID = '001095000001';
export const CHILD_OF_EIGHT_PID = '001218000004';
export const CHILD_OF_FOUR_PID = '001322000005';

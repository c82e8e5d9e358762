const NUMBER = new Intl.NumberFormat('vi-VN');

/** Vietnamese money as it is written: `25.000 đ`. */
export const dong = (amountDong: number): string => `${NUMBER.format(amountDong)} đ`;

/**
 * The form in which names are searched: NFD, combining marks dropped, đ→d, lower case, single spaces.
 * `Trần Thị Bình` and `tran thi binh` share one key, so typing without tone marks finds the name with them.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
}

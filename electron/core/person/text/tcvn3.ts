/**
 * TCVN3 ("ABC" fonts, .VnTime): one byte per letter, shown here as the Windows-1252 / Latin-1 sign that pasting yields.
 * The first string holds those signs, the second the letters, in the same order.
 * Source: TCVN 5712:1993, table VN3. The bytes agree with glibc's charmap TCVN5712-1 wherever VN1 and VN3 overlap.
 */
const SIGNS = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

const LETTER_OF: ReadonlyMap<string, string> = new Map([...SIGNS].map((sign, at) => [sign, [...LETTERS][at] ?? sign]));

const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Text of a TCVN3 font as Unicode. Toned capitals have no bytes of their own: a capital font (.VnTimeH) shows the small ones
 * large, so in a text or word whose plain letters are all capitals the toned ones are made capitals too.
 */
export function fromTcvn3(text: string): string {
  const read = [...text].map((sign) => LETTER_OF.get(sign) ?? sign).join('');
  return isInCapitals(read) ? read.toLocaleUpperCase('vi') : read.replace(WORD, (word) => (isInCapitals(word) ? word.toLocaleUpperCase('vi') : word));
}

/** One plain capital alone proves nothing: it may open an ordinary word ("Bé"). */
const isInCapitals = (text: string): boolean => /[A-Z][^a-z]*[A-Z]/.test(text) && !/[a-z]/.test(text);

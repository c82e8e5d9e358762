import { describe, expect, it } from 'vitest';
import { recogniseLegacy } from './legacy-encoding.ts';
import { isSyllable } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

/** What pasting from an old document yields, and what it means. All names are invented. */
const PASTED = [
  ['tcvn3', 'NguyÔn V¨n An', 'Nguyễn Văn An'],
  ['tcvn3', 'TrÇn ThÞ B×nh', 'Trần Thị Bình'],
  ['tcvn3', '§ç §×nh §øc', 'Đỗ Đình Đức'],
  ['tcvn3', 'TRÇN THÞ B×NH', 'TRẦN THỊ BÌNH'],
  ['tcvn3', 'Lª ThÞ BÐ', 'Lê Thị Bé'],
  ['tcvn3', 'H\u00ad¬ng', 'Hương'],
  ['tcvn3', 'x· Hßa B×nh, huyÖn Thñy Nguyªn', 'xã Hòa Bình, huyện Thủy Nguyên'],
  ['vni', 'Nguyeãn Vaên An', 'Nguyễn Văn An'],
  ['vni', 'Traàn Thò Bình', 'Trần Thị Bình'],
  ['vni', 'ÑOÃ ÑÌNH ÑÖÙC', 'ĐỖ ĐÌNH ĐỨC'],
  ['vni', 'Ñoã Ñình Ñöùc', 'Đỗ Đình Đức'],
  ['vni', 'Leâ Thò Hoàng Yeán', 'Lê Thị Hồng Yến'],
  ['utf8-as-windows-1252', 'Nguyá»…n VÄƒn An', 'Nguyễn Văn An'],
  ['utf8-as-windows-1252', 'Tráº§n Thá»‹ BÃ¬nh', 'Trần Thị Bình'],
] as const;

describe('pasted text of old fonts', () => {
  it.each(PASTED)('%s: %s is %s', (encoding, pasted, text) => {
    expect(recogniseLegacy(pasted)).toEqual({ encoding, text });
  });

  it.each([
    'Nguyễn Văn An', 'Hà', 'Hòa', 'Lê Hà', 'Võ Thị Hòa', 'TRẦN THỊ BÌNH', 'Nguyen Van An', 'José Müller', "H'Hen Niê", 'Y Moan Êñuôl', 'Siu Black', '', '12/3',
  ])('leaves %s as it stands', (text) => {
    expect(recogniseLegacy(text)).toBeUndefined();
  });
});

it('knows the toned letters of TCVN3 as glibc does', () => {
  expect(fromTcvn3('µ¶·¸¹ ÌÎÏÐÑ ×ØÜÝÞ ßáâãä ïñòóô úûüýþ')).toBe('àảãáạ èẻẽéẹ ìỉĩíị òỏõóọ ùủũúụ ỳỷỹýỵ');
  expect(fromTcvn3('»¼½¾Æ ÇÈÉÊË ÒÓÔÕÖ åæçèé êëìíî õö÷øù')).toBe('ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự');
});

it('knows the toned letters of VNI', () => {
  expect(fromVni('aøaûaõaùaï eøeûeõeùeï ìæóíò oøoûoõoùoï uøuûuõuùuï yøyûyõyùî')).toBe('àảãáạ èẻẽéẹ ìỉĩíị òỏõóọ ùủũúụ ỳỷỹýỵ');
  expect(fromVni('aèaúaüaéaë aàaåaãaáaä eàeåeãeáeä oàoåoãoáoä ôøôûôõôùôï öøöûöõöùöï')).toBe('ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự');
});

it.each(['nghiêng', 'Quỳnh', 'Nguyễn', 'Huyền', 'khuya', 'giường', 'gì', 'ưa', 'yên', 'Đắk'.replace('k', 'c'), 'Thuý', 'Thúy'])('%s can be a syllable', (word) => {
  expect(isSyllable(word)).toBe(true);
});

it.each(['NguyÔn', 'aws', 'Êñuôl', "H'Hen", 'bcd', 'các2', 'mãt', 'hòá'])('%s is none', (word) => {
  expect(isSyllable(word)).toBe(false);
});

import { expect, it } from 'vitest';
import { isHelpLink } from './help-links.ts';

it('S12: opens the public service portal', () => {
  expect(isHelpLink('https://dichvucong.bocongan.gov.vn/bocongan/bothutuc')).toBe(true);
});

it.each([
  'http://dichvucong.bocongan.gov.vn/', 'https://dichvucong.bocongan.gov.vn.evil.example/', 'https://evil.example/dichvucong.bocongan.gov.vn', 'https://dichvucong.bocongan.gov.vn@evil.example/',
  'https://user:pass@dichvucong.bocongan.gov.vn/', 'https://dichvucong.bocongan.gov.vn:8443/', 'https://DICHVUCONG.bocongan.gov.vn/', 'https://dichvucong.bocongan.gov.vn/../x', ' https://dichvucong.bocongan.gov.vn/',
  'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'smb://dichvucong.bocongan.gov.vn/', 'app://station/', '', null, undefined, 1, `https://dichvucong.bocongan.gov.vn/${'a'.repeat(500)}`,
])('S12: does not open %j', (url) => {
  expect(isHelpLink(url)).toBe(false);
});

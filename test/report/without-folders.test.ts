import { expect, it } from 'vitest';
import { withoutFolders } from '../../src/report/without-folders.js';

it.each([
  { text: '/home/ann/shop/src/a.ts: EACCES', target: '/home/ann/shop', expected: 'src/a.ts: EACCES' },
  { text: 'in /home/ann/shop', target: '/home/ann/shop', expected: 'in .' },
  { text: 'open /etc/keys/x', target: '/home/ann/shop', expected: 'open …/x' },
  { text: 'C:\\Users\\ann\\x', target: '.', expected: '…/x' },
  { text: 'src/a.ts', target: '.', expected: 'src/a.ts' },
  { text: 'https://a.example/b/c', target: '/home/ann', expected: 'https://a.example/b/c' },
])('$text becomes $expected', ({ text, target, expected }) => {
  expect(withoutFolders(text, target)).toBe(expected);
});

import { direction, languages, preferredLanguage } from '../../locales';
import fc from '../support/fast-check';

it('Arabic and Sorani are written right to left', () => {
  expect(languages.map(direction)).toEqual(['ltr', 'rtl', 'rtl']);
});

describe('the language that a browser asks for', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ar-IQ,ar;q=0.9,en;q=0.5', 'ar'],
    ['ckb', 'ckb'],
    ['ckb-IQ, en;q=0.8', 'ckb'],
    ['ku-IQ;q=0.9, en;q=0.8', 'ckb'],
    ['ku-Arab, en;q=0.8', 'ckb'],
    ['sv, fr;q=0.5', 'en'],
    ['en;q=0.1, AR', 'ar'],
    ['ar;q=0, en;q=0.1', 'en'],
    ['ku-TR, ar;q=0.3', 'ar'],
    ['arc, ckbx', 'en'],
  ])('%s -> %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('is one of ours whatever the header says', () => {
    fc.assert(fc.property(fc.string(), (header) => languages.includes(preferredLanguage(header))));
  });
});

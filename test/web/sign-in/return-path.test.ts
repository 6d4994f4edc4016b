import { returnPathOf } from '../../../web/sign-in/return-path';
import fc from '../../support/fast-check';

describe('the way back from the sign-in', () => {
  it.each(['/', '/cases/1', '/tasks?show=mine&limit=5', '/%D9%82?x=%2F%2F'])('is %s as it was', (path) => {
    expect(returnPathOf(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '//elsewhere.example/cases/1',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n//elsewhere.example',
    '/..//elsewhere.example',
    '/./\\/elsewhere.example',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    '',
    'cases/1',
    `/${'x'.repeat(3_000)}`,
    undefined,
    ['/cases/1'],
    '/sign-in?return=/',
    '/sign-in/callback?code=1',
    '/sign-out',
    '/cases/../sign-out/everywhere',
  ])('is the first page where it is %j', (wanted) => {
    expect(returnPathOf(wanted)).toBe('/');
  });

  it('never leaves the site, whatever a browser makes of it', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      'evil.example',
      'a',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        const path = returnPathOf(`/${list.join('')}`);
        const there = new URL(path, 'https://taslim.example/sign-in/callback');
        expect(there.origin).toBe('https://taslim.example');
        expect(returnPathOf(path)).toBe(path);
      }),
    );
  });
});

import type { Request } from 'express';
import { formTokenOf, newSessionToken, sameToken } from '../../../services/sessions/session-token';
import { isFromElsewhere } from '../../../web/session/own-form';

const request = (headers: Readonly<Record<string, string>>) =>
  ({ get: (name: string) => headers[name] }) as unknown as Request;

describe('a form', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: 'https://taslim.example' }, false],
    [{ origin: 'https://taslim.example.evil.example' }, true],
    [{ origin: 'http://taslim.example' }, true],
    [{ origin: 'null' }, true],
    [{}, false],
  ])('with %j is from elsewhere: %s', (headers, elsewhere) => {
    expect(isFromElsewhere(request(headers), 'https://taslim.example')).toBe(elsewhere);
  });

  it('carries a token that follows from the session, changes with it, and does not tell it', () => {
    const [one, other] = [newSessionToken(), newSessionToken()];
    expect(formTokenOf(one)).toBe(formTokenOf(one));
    expect(formTokenOf(one)).not.toBe(formTokenOf(other));
    expect(formTokenOf(one)).not.toContain(one);
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
  });

  it.each([
    ['the same', 'abc', 'abc', true],
    ['another', 'abd', 'abc', false],
    ['a part', 'ab', 'abc', false],
    ['none', undefined, 'abc', false],
    ['several', ['abc'], 'abc', false],
    ['of other letters', 'äbc', 'abc', false],
  ])('is compared: %s', (_name, given, expected, same) => {
    expect(sameToken(given, expected)).toBe(same);
  });
});

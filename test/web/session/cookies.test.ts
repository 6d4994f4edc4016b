import type { Request, Response } from 'express';
import { SiteCookies } from '../../../web/session/cookies';

const request = (cookie?: string) =>
  ({ get: (name: string) => (name === 'cookie' ? cookie : undefined) }) as unknown as Request;

function written(publicUrl: string, lifeMs?: number) {
  const cookie = jest.fn();
  new SiteCookies(publicUrl).write({ cookie } as unknown as Response, 'taslim-session', 'value', lifeMs);
  return cookie.mock.calls[0];
}

describe('the cookies of the pages', () => {
  it('are bound to host and path where people come by https', () => {
    expect(written('https://taslim.example')).toEqual([
      '__Host-taslim-session',
      'value',
      { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
    ]);
  });

  it('are readable by no script on loopback either', () => {
    expect(written('http://127.0.0.1:3000', 5_000)).toEqual([
      'taslim-session',
      'value',
      { httpOnly: true, sameSite: 'lax', secure: false, path: '/', maxAge: 5_000 },
    ]);
  });

  it.each([
    ['taslim-session=abc', 'abc'],
    ['a=b; taslim-session=abc; c=d', 'abc'],
    ['not-taslim-session=abc', null],
    ['', null],
    [undefined, null],
  ])('are read from %j', (header, value) => {
    expect(new SiteCookies('http://127.0.0.1').read(request(header), 'taslim-session')).toBe(value);
  });

  it('with https only the bound one counts: another host of the domain could have set the other', () => {
    const cookies = new SiteCookies('https://taslim.example');
    expect(cookies.read(request('taslim-session=planted'), 'taslim-session')).toBeNull();
    expect(cookies.read(request('__Host-taslim-session=own'), 'taslim-session')).toBe('own');
  });
});

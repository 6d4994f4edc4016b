import { isFreshLogin } from '../../../domain/identity/fresh-login';

const now = new Date('2026-03-01T12:00:00Z');
const limits = { stepUpMinutes: 15 };
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('a login', () => {
  it.each([
    ['just now', minutesAgo(0), true],
    ['to the minute as old as it may be', minutesAgo(15), true],
    ['a moment older', new Date(minutesAgo(15).getTime() - 1), false],
    ['told by a clock that runs a little ahead', minutesAgo(-1), true],
    ['of the future', minutesAgo(-2), false],
    ['of which nobody knows when it was', null, false],
    ['at no time that there is', new Date(Number.NaN), false],
  ])('%s: fresh is %s', (_name, authenticatedAt, fresh) => {
    expect(isFreshLogin(authenticatedAt, now, limits)).toBe(fresh);
  });
});

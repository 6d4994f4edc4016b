import { isSessionOver } from '../../../domain/identity/session-life';

const now = new Date('2026-03-01T12:00:00Z');
const limits = { sessionIdleMinutes: 30 };
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('a session', () => {
  it.each([
    ['goes on while it is used', inMinutes(-29), inMinutes(1), false],
    ['is over when it was not used for so long', inMinutes(-30), inMinutes(400), true],
    ['is over at its end, however much it is used', inMinutes(0), inMinutes(0), true],
  ])('%s', (_name, lastSeenAt, expiresAt, over) => {
    expect(isSessionOver({ lastSeenAt, expiresAt }, now, limits)).toBe(over);
  });
});

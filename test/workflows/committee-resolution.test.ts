import { Refusal } from '../../domain/case/refusal';
import { shippedCommittee } from '../../domain/committee/shipped-committee';
import { CommitteeCase, closesAt, invited, monday, opensAt, secretary, voting } from './committee-case';
import { officers } from './in-memory-case';

const reason = { id: 'note-1', hash: 'hash' };

function refusalOf(what: () => unknown): string | null {
  try {
    what();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function closing(item: CommitteeCase) {
  const event = item.events.findLast(({ type }) => type === 'ballotClosed');
  if (event?.type !== 'ballotClosed') throw new Error('the ballot is not closed');
  return event;
}

const only = <T extends string>(type: T, events: readonly { type: string }[]) =>
  events.filter((event) => event.type === type);

describe('the sample: 13 for, 3 against, 2 abstain, 1 recused, 4 absent of 23 seats', () => {
  const item = voting();
  const events = [...item.sayAll({ for: 13, against: 3, abstain: 2, recused: 1 })];

  it('is open until its deadline, because four seats have said nothing', () => {
    expect(only('ballotClosed', events)).toEqual([]);
    expect(item.openSteps()).toEqual(['committee-ballot#1']);
  });

  it('is adopted when the fifth working day is over, and closes with the minutes', () => {
    item.passTimeUntil(closesAt);
    expect(closing(item)).toMatchObject({
      cause: 'deadline',
      at: closesAt,
      outcome: 'adopted',
      tally: { for: 13, against: 3, abstain: 2, recused: 1, absent: 4 },
    });
    expect(item.openSteps()).toEqual(['committee-minutes#1']);
    item.minutes();
    expect(item.current).toMatchObject({ status: 'closed', outcome: 'adopted' });
  });
});

describe('who votes, by what and when', () => {
  it('is in the log when the seats are asked: the next working day, 09:00 in Baghdad', () => {
    const { terms } = only('ballotOpened', invited().events)[0] as unknown as { terms: unknown };
    expect(terms).toEqual({
      roster: 1,
      ...shippedCommittee.rules,
      seats: shippedCommittee.seats.map(({ code }) => code),
      chair: 'S01',
      opensAt,
      closesAt,
      lastDay: '2026-04-20',
    });
  });

  it('is null while it is planned: seats and calendars are asked when it is written', () => {
    const item = new CommitteeCase();
    item.open();
    item.completion = { committee: null };
    expect(() => item.invite()).toThrow('who the committee is');
  });

  it('does not change when the quorum or a seat is changed while it is open', () => {
    const item = voting();
    const seats = shippedCommittee.seats.slice(0, 3);
    const rules = { ...shippedCommittee.rules, quorum: 1, voteMayChange: false };
    item.completion = { committee: { revision: 2, rules, seats } };
    item.sayAll({ for: 11 });
    item.say(11, 'against');
    item.passTimeUntil(closesAt);
    expect(closing(item)).toMatchObject({ outcome: 'no-quorum', tally: { for: 10, against: 1, absent: 12 } });
  });

  it('leaves inactive seats out', () => {
    const item = new CommitteeCase();
    item.open();
    const seats = shippedCommittee.seats.map((seat, index) => ({ ...seat, active: index !== 4 }));
    item.completion = { committee: { ...shippedCommittee, seats } };
    item.invite();
    item.passTimeUntil(opensAt);
    expect(refusalOf(() => item.say(5, 'for'))).toBe('not-your-seat');
  });

  it('opens at the instant that the request names, and at once where that has passed', () => {
    for (const [openFrom, expected] of [
      ['2026-04-15T10:30:00.000Z', '2026-04-15T10:30:00.000Z'],
      ['2026-01-01T00:00:00.000Z', monday],
    ] as const) {
      const item = new CommitteeCase();
      item.open({ ballot: { openFrom, openForWorkingDays: 1 } });
      item.invite();
      const { terms } = item.current.ballots?.['committee-ballot#1'] ?? {};
      expect(terms?.opensAt).toBe(expected);
      expect(terms?.lastDay).toBe(expected.slice(0, 10));
    }
  });

  it('counts from the next working day where it opens on a day of rest', () => {
    const item = new CommitteeCase();
    item.open({ ballot: { openFrom: '2026-04-17T06:00:00.000Z', openForWorkingDays: 1 } });
    item.invite();
    expect(item.current.ballots?.['committee-ballot#1']?.terms?.lastDay).toBe('2026-04-19');
  });

  it('reminds once, a day before the end, and never before voting has opened', () => {
    const item = voting();
    const warned = only('clockWarned', item.passTimeUntil(closesAt));
    expect(warned).toMatchObject([{ codes: ['1-day-left'] }]);
    const short = new CommitteeCase();
    short.open({ ballot: { openFrom: 'next-working-day', openForWorkingDays: 1 } });
    short.invite();
    expect(only('clockWarned', short.passTimeUntil('2026-04-16T00:00:00Z'))).toEqual([]);
  });
});

describe('a vote is refused', () => {
  it.each([
    ['before voting opens', 'voting-not-open', () => invited().say(1, 'for')],
    ['a millisecond before', 'voting-not-open', () => at(invited(), opensAt, -1).say(1, 'for')],
    ['before anybody is invited', 'voting-not-open', () => opened().say(1, 'for')],
    [
      'at the deadline, before the clock has counted',
      'voting-closed',
      () => at(voting(), closesAt).say(1, 'for'),
    ],
    ['after it was counted', 'voting-closed', () => over().say(20, 'for')],
    ['of a seat that does not exist', 'not-your-seat', () => voting().say(24, 'for')],
    ['in a ballot that is not there', 'voting-not-open', () => voting().say(1, 'for', { key: 'x#1' })],
    ['on another text', 'content-changed', () => voting().say(1, 'for', { contentHash: 'hash-0' })],
    ['of a seat that recused itself', 'seat-recused', () => said(1, 'recused').say(1, 'for')],
    ['of its deputy either', 'seat-recused', () => said(1, 'recused').say(1, 'for', { standing: 'deputy' })],
    ['as a second recusal', 'seat-recused', () => said(1, 'recused').say(1, 'recused')],
    [
      'as a recusal without a reason',
      'reason-missing',
      () => voting().say(1, 'recused', { withoutReason: true }),
    ],
    [
      'as a recusal by a deputy',
      'recusal-by-member',
      () => voting().say(1, 'recused', { standing: 'deputy' }),
    ],
    [
      'of a deputy after his member',
      'member-has-voted',
      () => said(2, 'for').say(2, 'for', { standing: 'deputy' }),
    ],
    ['while the case rests', 'suspended', () => resting().say(1, 'for')],
  ])('%s: %s', (_when, code, vote) => {
    expect(refusalOf(vote)).toBe(code);
  });

  it('twice, where votes may not change: neither the member nor a deputy votes again for the seat', () => {
    const item = fixedVotes();
    item.say(2, 'for', { standing: 'deputy' });
    expect(refusalOf(() => item.say(2, 'against'))).toBe('already-voted');
    expect(refusalOf(() => item.say(2, 'against', { standing: 'deputy' }))).toBe('already-voted');
    item.say(2, 'recused');
    expect(item.current.ballots?.['committee-ballot#1']?.voices.S02?.voice).toBe('recused');
  });

  it('not a millisecond before the deadline', () => {
    expect(refusalOf(() => at(voting(), closesAt, -1).say(1, 'for'))).toBeNull();
  });
});

describe('a vote', () => {
  it('may change until the end: the last counts, and all stay in the log', () => {
    const item = said(1, 'for');
    item.say(1, 'against');
    item.sayAll({ for: 0 });
    for (let seat = 2; seat <= 23; seat++) item.say(seat, 'abstain');
    expect(closing(item)).toMatchObject({
      cause: 'all-spoken',
      outcome: 'not-adopted',
      tally: { against: 1 },
    });
    expect(
      only('voteCast', item.events).filter((event) => 'seat' in event && event.seat === 'S01'),
    ).toHaveLength(2);
  });

  it('of a deputy counts where the member says nothing, and gives way to the member', () => {
    const item = voting();
    item.say(2, 'against', { standing: 'deputy' });
    expect(item.current.ballots?.['committee-ballot#1']?.voices.S02).toEqual({
      voice: 'against',
      standing: 'deputy',
    });
    item.say(2, 'for');
    expect(item.current.ballots?.['committee-ballot#1']?.voices.S02).toEqual({
      voice: 'for',
      standing: 'member',
    });
  });

  it('carries the hash of what was voted on, and names no officer in the state', () => {
    const item = said(1, 'for');
    expect(only('voteCast', item.events)[0]).toMatchObject({ contentHash: item.current.content.hash });
    expect(JSON.stringify(item.current.ballots)).not.toContain('member-1');
  });

  it('asks of the register who holds the seat, and how', () => {
    const item = said(7, 'for');
    const seat = { code: 'S07', standing: 'member' };
    expect(item.authority).toEqual({ role: 'committee-member', agencyCode: null, seat });
  });
});

describe('a ballot is counted', () => {
  it('when the last seat has spoken, at that moment, and misses no limit', () => {
    const item = voting();
    item.sayAll({ for: 12, against: 10 });
    const events = item.say(23, 'recused');
    expect(closing(item)).toMatchObject({ cause: 'all-spoken', at: item.now, outcome: 'adopted' });
    expect(only('clockExpired', item.events)).toEqual([]);
    expect(only('clockMet', events)).toEqual([]);
    expect(item.openSteps()).toEqual(['committee-minutes#1']);
  });

  it.each([
    ['adopted with one more for than against', { for: 7, against: 6 }, {}, 'adopted'],
    ['not adopted with one more against', { for: 6, against: 7 }, {}, 'not-adopted'],
    ['tied', { for: 6, against: 6 }, {}, 'tied'],
    ['not adopted when all abstain', { for: 0, abstain: 12 }, {}, 'not-adopted'],
    ['without a quorum', { for: 11 }, {}, 'no-quorum'],
    ['without a quorum: who recused himself is not there', { for: 11, recused: 5 }, {}, 'no-quorum'],
    [
      'with one where the rules count recusals',
      { for: 11, recused: 5 },
      { recusalCountsForQuorum: true },
      'adopted',
    ],
    ['with abstentions in the quorum', { for: 2, against: 1, abstain: 9 }, {}, 'adopted'],
    [
      'not adopted on a tie where the rules say so',
      { for: 6, against: 6 },
      { tie: 'not-adopted' },
      'not-adopted',
    ],
    ['by more than half of all seats', { for: 12 }, { majority: 'absolute-of-seats' }, 'adopted'],
    ['not by less', { for: 11, against: 2 }, { majority: 'absolute-of-seats' }, 'not-adopted'],
  ] as const)('%s', (_what, votes, rules, outcome) => {
    const item = new CommitteeCase();
    item.open();
    item.completion = { committee: { ...shippedCommittee, rules: { ...shippedCommittee.rules, ...rules } } };
    item.invite();
    item.passTimeUntil(opensAt);
    item.sayAll(votes);
    item.passTimeUntil(closesAt);
    expect(closing(item).outcome).toBe(outcome);
  });
});

describe('on a tie', () => {
  it('the seat of the chair decides, and no other', () => {
    const item = tied();
    expect(item.openSteps()).toEqual(['chair-decision#1']);
    const opening = item.events.findLast((event) => event.type === 'stepOpened');
    expect(opening).toMatchObject({ step: 'chair-decision', seat: 'S01' });
    item.decide('chair-decision#1', 'adopted', 'chair');
    expect(item.authority).toMatchObject({ seat: { code: 'S01', standing: null } });
    item.minutes();
    expect(item.current.outcome).toBe('adopted');
  });

  it('nothing is adopted where the chair has recused himself, or there is none', () => {
    const recused = voting();
    recused.say(1, 'recused');
    for (let seat = 2; seat <= 13; seat++) recused.say(seat, seat % 2 === 0 ? 'for' : 'against');
    recused.passTimeUntil(closesAt);
    expect(closing(recused)).toMatchObject({
      outcome: 'not-adopted',
      tally: { for: 6, against: 6, recused: 1 },
    });
  });
});

describe('without a quorum', () => {
  function missed(): CommitteeCase {
    const item = voting();
    item.sayAll({ for: 3 });
    item.passTimeUntil(closesAt);
    return item;
  }

  it('the secretary invites anew, and the second ballot counts nothing of the first', () => {
    const item = missed();
    item.decide('no-quorum-follow-up#1', 'new-ballot', secretary);
    item.invite(2);
    const { terms, voices } = item.current.ballots?.['committee-ballot#2'] ?? {};
    expect(voices).toEqual({});
    item.passTimeUntil(terms?.opensAt ?? '');
    item.sayAll({ for: 23 });
    item.minutes();
    expect(item.current.outcome).toBe('adopted');
  });

  it('or lets it be, with the reason, and the minutes say so', () => {
    const item = missed();
    expect(refusalOf(() => item.decide('no-quorum-follow-up#1', 'no-new-ballot', secretary))).toBe(
      'reason-missing',
    );
    item.decide('no-quorum-follow-up#1', 'no-new-ballot', secretary, { reasonId: 'note-1' });
    item.minutes();
    expect(item.current.outcome).toBe('no-quorum');
  });
});

describe('the text', () => {
  const revise = (item: CommitteeCase, version = 2) =>
    item.take({
      type: 'reviseContent',
      officerId: secretary,
      content: { ...item.current.content, version, hash: `hash-${version}`, editorId: secretary },
    });

  it('is edited before the seats are asked, by whoever puts it to them', () => {
    const item = opened();
    revise(item);
    expect(item.authority?.role).toBe('secretary');
    item.invite();
    expect(only('ballotOpened', item.events)).toMatchObject([{ contentHash: 'hash-2' }]);
  });

  it('is not edited while they are asked: neither before voting opens nor during it', () => {
    expect(refusalOf(() => revise(invited()))).toBe('ballot-open');
    expect(refusalOf(() => revise(said(1, 'for')))).toBe('ballot-open');
  });

  it('edited when it was counted is put to them anew, until the minutes are there', () => {
    const item = tied();
    revise(item);
    expect(item.openSteps()).toEqual(['committee-invitation#2']);
    expect(refusalOf(() => item.decide('chair-decision#1', 'adopted', 'chair'))).toBe('not-open');
    expect(only('ballotOpened', item.invite(2))).toMatchObject([{ contentHash: 'hash-2' }]);
    expect(item.current.ballots?.['committee-ballot#2']?.voices).toEqual({});
  });
});

describe('a resolution', () => {
  it('is opened by the secretary', () => {
    const item = opened();
    expect(item.authority).toEqual({ role: 'secretary', agencyCode: null });
  });

  it('is withdrawn before the seats are asked, with the reason', () => {
    const item = opened();
    item.decide('committee-invitation#1', 'withdrawn', secretary, { reasonId: 'note-1' });
    expect(item.current.outcome).toBe('withdrawn');
  });

  it('is ended by a manager during the vote, and nobody is counted', () => {
    const item = said(1, 'for');
    item.take({ type: 'endCase', officerId: officers.manager, outcome: 'withdrawn', reason });
    expect(item.current.outcome).toBe('withdrawn');
    expect(only('ballotClosed', item.events)).toEqual([]);
  });

  it('has minutes that are not older than the count', () => {
    const item = over();
    const early = () => item.fact('committee-minutes', 'recorded', opensAt);
    expect(refusalOf(early)).toBe('before-its-cause');
    expect(refusalOf(() => item.fact('committee-minutes', 'recorded', item.now, { proof: [] }))).toBe(
      'proof-missing',
    );
  });
});

function opened(): CommitteeCase {
  const item = new CommitteeCase();
  item.open();
  return item;
}

function at(item: CommitteeCase, instant: string, ms = 0): CommitteeCase {
  item.now = new Date(Date.parse(instant) + ms).toISOString();
  return item;
}

function said(seat: number, voice: 'for' | 'recused'): CommitteeCase {
  const item = voting();
  item.say(seat, voice);
  return item;
}

function over(): CommitteeCase {
  const item = voting();
  item.sayAll({ for: 13 });
  item.passTimeUntil(closesAt);
  return item;
}

function tied(): CommitteeCase {
  const item = voting();
  item.sayAll({ for: 6, against: 6 });
  item.passTimeUntil(closesAt);
  return item;
}

function resting(): CommitteeCase {
  const item = voting();
  item.take({ type: 'suspend', officerId: officers.manager, reason });
  return item;
}

function fixedVotes(): CommitteeCase {
  const item = opened();
  const rules = { ...shippedCommittee.rules, voteMayChange: false };
  item.completion = { committee: { ...shippedCommittee, rules } };
  item.invite();
  item.passTimeUntil(opensAt);
  return item;
}

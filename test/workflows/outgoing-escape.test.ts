import { firstVersion, OutgoingCase, type OutgoingOptions } from './outgoing-case';

const ordinary = { urgency: 'ordinary' } as const;

function granted(options: OutgoingOptions = {}): OutgoingCase {
  const item = new OutgoingCase(options);
  item.open(ordinary);
  item.go(...item.pathToReceipt, 'opinion', 'judgment', 'decision granted', 'notice-of-decision');
  return item;
}

/** Taken over abroad, and on the way to Iraq. */
function takenOver(): OutgoingCase {
  const item = granted();
  item.go('escort-order', 'surrender');
  return item;
}

function arrived(): OutgoingCase {
  const item = takenOver();
  item.go('arrival');
  return item;
}

/** In Iraq for a time, on the way to the judge. */
function lent(): OutgoingCase {
  const item = new OutgoingCase();
  item.open(ordinary);
  item.go(...item.pathToReceipt, 'opinion', 'judgment', 'decision granted');
  item.go('notice-of-decision postponed', 'temporary-surrender');
  return item;
}

const limitsOfTheJudge = (item: OutgoingCase) =>
  Object.entries(item.current.clocks)
    .filter(([key, { status }]) => key.startsWith('CON19') && status === 'running')
    .map(([key]) => key);

describe('who dies between the surrender and the judge', () => {
  it.each([
    ['on the way', takenOver, 'arrival died'],
    ['in Iraq', arrived, 'before-judge died'],
  ])(
    '%s: the custody ends, nothing is told to him any more, and the case ends with it',
    (_, begun, death) => {
      const item = begun();
      item.go(death);
      expect(item.current.outcome).toBe('person-died');
      expect(item.current.custody.surrender).toMatchObject({ endReason: 'died' });
      expect(item.openSteps()).toEqual([]);
      expect(limitsOfTheJudge(item)).toEqual([]);
    },
  );
});

describe('who escapes between the surrender and the judge', () => {
  it.each([
    ['on the way', takenOver, 'arrival escaped'],
    ['in Iraq', arrived, 'before-judge escaped'],
  ])('%s: is held no more, and a manager looks after it', (_, begun, flight) => {
    const item = begun();
    item.go(flight);
    expect(item.current.status).toBe('escaped');
    expect(item.current.custody.surrender).toMatchObject({ endReason: 'escaped' });
    expect(item.openSteps().sort()).toEqual(['arrival#2', 'escape-follow-up#1', 'property#1']);
    expect(limitsOfTheJudge(item)).toEqual([]);
  });

  it('and is caught again arrives anew, with custody and hours of his own', () => {
    const item = arrived();
    item.go('before-judge escaped', 'arrival');
    expect(item.current.status).toBe('surrendered');
    expect(item.current.custody['surrender-again-2']).toMatchObject({ endedAt: null });
    expect(item.current.clocks['CON19-24H:arrival#2']?.status).toBe('running');
    expect(item.openSteps()).toEqual(expect.arrayContaining(['before-judge#2', 'reasons-told#2']));
    item.go('before-judge');
    expect(item.current.status).toBe('speciality-watch');
    expect(item.current.custody['surrender-again-2']).toMatchObject({ endReason: 'presented' });
  });

  it('and is found dead ends the case', () => {
    const item = arrived();
    item.go('before-judge escaped', 'arrival died');
    expect(item.current.outcome).toBe('person-died');
  });

  it('and is not found is not looked for for ever', () => {
    const item = takenOver();
    item.go('arrival escaped', 'escape-follow-up');
    expect(item.current.outcome).toBe('person-escaped');
  });

  it('cannot escape again before he is caught', () => {
    const item = takenOver();
    item.go('arrival escaped');
    expect(item.current.steps['arrival#2']?.outcomes).toEqual(['arrived', 'died']);
  });
});

describe('who dies while promises are watched', () => {
  it('ends the case, whatever he has not been told yet', () => {
    const item = arrived();
    item.go('before-judge');
    expect(item.openSteps()).toEqual(expect.arrayContaining(['reasons-told#1', 'counsel#1', 'death#1']));
    item.go('death');
    expect(item.current.outcome).toBe('person-died');
    expect(item.openSteps()).toEqual([]);
  });
});

describe('who is lent', () => {
  it('and dies before he comes to the judge ends the case', () => {
    const item = lent();
    item.go('arrival died');
    expect(item.current.outcome).toBe('person-died');
    expect(item.current.custody['temporary-surrender-1']).toMatchObject({ endReason: 'died' });
  });

  it.each([
    ['before-judge escaped', []],
    ['temporary-return not-returned', ['before-judge']],
  ])('and flees is to be brought back all the same, once he is caught: %s', (flight, path) => {
    const item = lent();
    item.go('arrival', ...path, flight);
    expect(item.current.status).toBe('escaped');
    expect(item.current.custody['temporary-surrender-1']?.endedAt).not.toBeNull();
    expect(item.current.clocks['AGREED-RETURN:temporary-surrender#1']?.status).toBe('running');
    item.go('arrival', 'before-judge', 'temporary-return');
    expect(item.current.custody['temporary-surrender-1-again-2']).toMatchObject({
      endReason: 'brought-back',
    });
    expect(item.current.clocks['AGREED-RETURN:temporary-surrender#1']?.status).toBe('met');
    item.go('notice-of-decision', 'escort-order', 'surrender', 'arrival', 'before-judge');
    expect(item.current.status).toBe('speciality-watch');
  });

  it('and is not found: the other State is told that nothing is asked any more', () => {
    const item = lent();
    item.go('arrival', 'before-judge', 'temporary-return not-returned', 'escape-follow-up');
    expect(item.current.outcome).toBeNull();
    item.go('request-withdrawal');
    expect(item.current.outcome).toBe('person-escaped');
  });
});

it('a case of the first version is not asked for what that version does not know', () => {
  const item = granted({ procedure: firstVersion });
  item.go('surrender');
  expect(item.current.steps['arrival#1']?.outcomes).toEqual(['arrived']);
  item.go('arrival');
  expect(item.current.steps['before-judge#1']?.outcomes).toEqual(['presented', 'released']);
});

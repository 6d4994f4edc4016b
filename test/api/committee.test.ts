import { randomUUID } from 'node:crypto';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, good } from './caller';
import { readCase } from './case-play';
import { askedAbout, ballotOf, recordMinutes, seat, vote } from './committee-play';

describe('the committee, over the API', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  it('takes 23 votes within a second, each twice by a double click, and counts every seat once', async () => {
    const item = await askedAbout(caller);
    await Promise.all(Array.from({ length: 23 }, (_, index) => caller.token(seat(index + 1))));
    const choice = (index: number) => (index < 13 ? 'for' : index < 20 ? 'against' : 'abstain');
    const began = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 23 }, (_, index) => {
        const key = randomUUID();
        const click = () => vote(caller, seat(index + 1), item, choice(index), { key });
        return [click(), click()];
      }).flat(),
    );
    console.log(
      'votes took',
      Math.round(performance.now() - began),
      'ms',
      answers.map(({ status }) => status),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(46).fill(201));
    const { votes } = await installation.register.prisma.ballot.findFirstOrThrow({
      where: { caseId: item.id },
      include: { votes: true },
    });
    expect(votes.map((cast) => cast.seat).sort()).toEqual(
      [...new Set(votes.map((cast) => cast.seat))].sort(),
    );
    expect(await ballotOf(caller, 'auditor', item.id)).toMatchObject({
      state: 'over',
      cause: 'all-spoken',
      outcome: 'adopted',
      tally: { for: 13, against: 7, abstain: 3, recused: 0, absent: 0 },
    });
    good(await recordMinutes(caller, item.id));
    expect(await readCase(caller, item.id, seat(9))).toMatchObject({ status: 'closed', outcome: 'adopted' });
  });
});

import { v5 as uuidv5 } from 'uuid';
import type { HandoverView } from '../../services/handovers/handover-schema';
import { handoverSchema } from '../../services/handovers/handover-schema';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { Caller, expectProblem, good } from './caller';
import { liaison, openCase, uploadProof } from './case-play';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil, type Office, protocolOf } from './transfer-samples';

describe('the handover of a person', () => {
  let installation: Installation;
  let caller: Caller;
  let play: TransferPlay;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    play = await (await TransferPlay.open(caller)).to('prepared');
  });
  afterAll(() => installation.stop());

  const handoverFor = async (officer: string): Promise<HandoverView> =>
    handoverSchema.parse(good(await caller.get(officer, `/cases/${play.caseId}/handover`)));
  const lastRound = async ({ liaison: officer }: Pick<Office, 'liaison'>) =>
    (await handoverFor(officer)).handovers.at(-1)?.rounds.at(-1);

  it('is two signatures that are not there yet', async () => {
    expect(await lastRound(baghdad)).toMatchObject({ round: 1, state: 'unsigned', parts: null });
    expectProblem(
      await caller.get(liaison, `/cases/${(await openCase(caller)).id}/handover`),
      404,
      'not-found',
    );
  });

  it('is not signed for both sides by one officer, who has changed sides', async () => {
    const mover = 'seat.06';
    await appoint(installation, mover, ['liaison'], erbil.agency);
    const { register } = installation;
    const other = await (await TransferPlay.open(caller)).to('prepared');
    const occurredAt = other.now();
    const sign = async (step: string, outcome: string) =>
      await caller.post(mover, `/cases/${other.caseId}/facts`, {
        step,
        outcome,
        occurredAt,
        details: protocolOf(erbil),
        proof: [await uploadProof(caller, mover, step)],
      });
    good(await sign('handover-given', 'handed-over'));
    await appoint(installation, mover, ['liaison'], baghdad.agency);
    const refused = expectProblem(await sign('handover-taken', 'taken-over'), 403, 'four-eyes');
    expect(refused).toMatchObject({ why: 'other-signature' });
    // The register holds it by itself, whatever the command says.
    const given = await register.prisma.fact.findFirstOrThrow({
      where: { caseId: other.caseId, step: 'handover-given' },
    });
    const taken = { ...given, seq: 9_999, step: 'handover-taken', stepKey: 'handover-taken#1' };
    await expect(register.prisma.fact.create({ data: taken })).rejects.toThrow(/taslim:four-eyes/);
    const recordedById = uuidv5('somebody else', uuidv5.URL);
    await expect(register.prisma.fact.create({ data: { ...taken, recordedById } })).resolves.toBeDefined();
  });

  it('shows the first signature to nobody of the other side, so that nobody copies it', async () => {
    await play.to('half-signed');
    const own = await lastRound(erbil);
    expect(own).toMatchObject({ state: 'half-signed', parts: null });
    expect(own?.given).toMatchObject({ signed: true, hour: play.signedAt, protocol: protocolOf(erbil) });
    expect((await lastRound(baghdad))?.given).toEqual({
      agency: erbil.agency,
      step: 'handover-given',
      signed: true,
      hour: null,
      zone: null,
      recordedAt: null,
      recordedBy: null,
      protocol: null,
    });
    const paths = ['', '/timeline', '/graph', '/handover'].map((path) => `/cases/${play.caseId}${path}`);
    for (const path of [...paths, '/overdue?withinHours=8760']) {
      const read = JSON.stringify(good(await caller.get(baghdad.liaison, path)));
      expect([path, read.includes(play.signedAt), read.includes('escort of AHTD-ERBIL')]).toEqual([
        path,
        false,
        false,
      ]);
    }
  });

  it('shows both, part by part, when both have signed, and marks what differs', async () => {
    const belongings = ['purse', 'watch', 'ring'];
    good(
      await play.sign(baghdad, 'handover-taken', {
        details: protocolOf(baghdad, { belongings, health: 'a bruise on the left arm' }),
      }),
    );
    const [theirs, ours] = [await lastRound(erbil), await lastRound(baghdad)];
    expect(theirs?.parts).toEqual(ours?.parts);
    expect([ours?.state, ours?.settled]).toEqual(['different', null]);
    expect(ours?.parts?.filter(({ differs }) => differs)).toEqual([
      {
        part: 'belongings',
        differs: true,
        given: ['watch', 'purse'],
        taken: belongings,
        onlyGiven: [],
        onlyTaken: ['ring'],
      },
      {
        part: 'health',
        differs: true,
        given: 'well',
        taken: 'a bruise on the left arm',
        onlyGiven: ['well'],
        onlyTaken: ['a bruise on the left arm'],
      },
    ]);
    expect([ours?.given.recordedBy, ours?.taken.recordedBy]).toEqual([
      erbil.agency,
      'Sample officer liaison.baghdad',
    ]);
  });

  it('is never corrected, only signed anew', async () => {
    const { facts } = await play.read(baghdad);
    const correction = {
      stepKey: 'handover-taken#1',
      occurredAt: facts[0]?.occurredAt,
      zone: 'Asia/Baghdad',
      reason: 'another hour',
      proof: [await uploadProof(caller, baghdad.liaison, 'correction')],
    };
    const path = `/cases/${play.caseId}/corrections`;
    expectProblem(await caller.post(baghdad.liaison, path, correction), 409, 'signed-protocol');
    const theirs = { ...correction, proof: [await uploadProof(caller, erbil.liaison, 'correction')] };
    expectProblem(await caller.post(erbil.liaison, path, theirs), 403, 'wrong-role');
  });

  it('is settled by a second round, which hides the signatures again until both are there', async () => {
    expectProblem(
      await play.decide(baghdad, baghdad.liaison, 'handover-difference', 'signed-anew'),
      403,
      'wrong-role',
    );
    good(await play.decide(baghdad, baghdad.manager, 'handover-difference', 'signed-anew'));
    const ring = ['watch', 'purse', 'ring'];
    good(await play.sign(baghdad, 'handover-taken', { details: protocolOf(baghdad, { belongings: ring }) }));
    const waiting = (await handoverFor(erbil.liaison)).handovers[0]?.rounds ?? [];
    expect(waiting.map(({ state, settled }) => [state, settled])).toEqual([
      ['different', 'signed-anew'],
      ['half-signed', null],
    ]);
    expect(waiting[1]?.taken).toMatchObject({ signed: true, protocol: null });
    good(await play.sign(erbil, 'handover-given', { details: protocolOf(erbil, { belongings: ring }) }));
    expect(await lastRound(erbil)).toMatchObject({ round: 2, state: 'agreed', settled: null });
    expect((await lastRound(erbil))?.parts?.some(({ differs }) => differs)).toBe(false);
  });

  it('goes back with a protocol of its own, the other way round', async () => {
    good(await play.record(baghdad, 'presentation', 'wrong-person'));
    good(await play.decide(baghdad, baghdad.manager, 'return-decision', 'returned'));
    const occurredAt = play.now();
    good(await play.sign(baghdad, 'return-given', { occurredAt }));
    good(
      await play.sign(erbil, 'return-taken', { occurredAt, details: protocolOf(erbil, { place: 'Dohuk' }) }),
    );
    const back = await lastRound(erbil);
    expect([back?.given.agency, back?.taken.agency, back?.state]).toEqual([
      baghdad.agency,
      erbil.agency,
      'different',
    ]);
    expect(back?.parts?.filter(({ differs }) => differs).map(({ part }) => part)).toEqual(['place']);
    good(await play.decide(erbil, erbil.manager, 'return-difference', 'kept-with-reservation'));
    expect((await lastRound(baghdad))?.settled).toBe('kept-with-reservation');
    expect(await handoverFor('auditor')).toMatchObject({
      handovers: [{ kind: 'handover' }, { kind: 'return' }],
    });
  });
});

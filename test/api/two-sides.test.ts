import { type Installation, startInstallation } from '../support/installation';
import { Caller, good } from './caller';
import { uploadProof } from './case-play';
import { points, TransferPlay } from './transfer-play';
import { baghdad, erbil, type Office } from './transfer-samples';

/** Everything that an officer can read about a case, as text. */
async function everythingFor(caller: Caller, officer: string, { caseId }: TransferPlay): Promise<string> {
  const paths = [
    `/cases/${caseId}`,
    `/cases/${caseId}/timeline`,
    `/cases/${caseId}/graph`,
    `/cases/${caseId}/picture.svg`,
    `/cases/${caseId}/handover`,
    '/cases?limit=200',
    '/tasks?limit=200',
    '/overdue?withinHours=8760&limit=200',
  ];
  const answers = await Promise.all(paths.map((path) => caller.get(officer, path)));
  const found = await caller.post(officer, '/cross-checks', { caseId });
  return [...answers, found].map((answer) => JSON.stringify(good(answer))).join('\n');
}

const foundIn = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

describe.each([
  ['Baghdad asks Erbil', baghdad, erbil],
  ['Erbil asks Baghdad', erbil, baghdad],
])('where %s, a side', (_name, requesting, requested) => {
  let installation: Installation;
  let caller: Caller;
  let play: TransferPlay;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    play = await TransferPlay.open(caller, requesting);
  });
  afterAll(() => installation.stop());

  /** What a side wrote for itself, and by what it could be asked for. */
  async function secretsOf(office: Office): Promise<{ words: string[]; documents: string[] }> {
    const { prisma } = installation.register;
    const documents = await prisma.document.findMany({
      where: { fileName: { startsWith: `secret of ${office.agency}` } },
    });
    const notes = await prisma.note.findMany({ where: { caseId: play.caseId } });
    const hidden = notes.filter(({ body }) => JSON.stringify(body).includes(`secret of ${office.agency}`));
    const officers = await prisma.officer.findMany({ where: { agencyCode: office.agency } });
    return {
      documents: documents.map(({ id }) => id),
      words: [
        `secret of ${office.agency}`,
        ...documents.flatMap(({ id, sha256 }) => [id, sha256]),
        ...hidden.flatMap(({ id, hash }) => [id, hash]),
        ...officers.flatMap(({ id, name }) => [id, name]),
      ],
    };
  }

  it.each(points.slice(2))('keeps to itself what is its own: %s', async (point) => {
    await play.to(point);
    for (const [own, other] of [
      [requesting, requested],
      [requested, requesting],
    ] as const) {
      const { words, documents } = await secretsOf(other);
      expect(foundIn(await everythingFor(caller, own.liaison, play), words)).toEqual([]);
      for (const id of documents)
        expect((await caller.get(own.liaison, `/documents/${id}`)).status).toBe(404);
    }
  });

  it('keeps it from the manager of the other as well', async () => {
    for (const [own, other] of [
      [requesting, requested],
      [requested, requesting],
    ] as const) {
      const { words } = await secretsOf(other);
      expect(foundIn(await everythingFor(caller, own.manager, play), words)).toEqual([]);
    }
  });

  it('reads all that it wrote itself, and the auditor what either wrote', async () => {
    for (const own of [requesting, requested]) {
      const { documents } = await secretsOf(own);
      const read = await everythingFor(caller, own.liaison, play);
      const auditors = JSON.stringify(good(await caller.get('auditor', `/cases/${play.caseId}`)));
      const words = [`secret of ${own.agency}`, `Sample officer ${own.liaison}`, ...documents];
      expect(documents.length).toBeGreaterThan(0);
      expect([foundIn(read, words), foundIn(auditors, words)]).toEqual([words, words]);
      const { facts, decisions, tasks } = await play.read(own);
      expect(new Set(tasks.map(({ agency }) => agency))).toEqual(new Set([own.agency]));
      for (const { partial, recordedBy } of facts)
        expect(recordedBy).toMatch(partial ? /^AHTD-/ : `Sample officer ${own.liaison}`);
      expect(new Set(decisions.map(({ partial }) => partial))).toEqual(new Set([true, false]));
    }
  });

  it('reads every legal limit and custody of the other, and no service level', async () => {
    const limitsOf = async (officer: string) =>
      good(
        await caller.get<{ clocks: { class: string; key: string; agency: string }[]; custody: unknown[] }>(
          officer,
          `/cases/${play.caseId}`,
        ),
      );
    const all = await limitsOf('auditor');
    for (const own of [requesting, requested]) {
      const { clocks, custody } = await limitsOf(own.liaison);
      const expected = all.clocks.filter((clock) => clock.class !== 'D' || clock.agency === own.agency);
      expect(clocks).toEqual(expected);
      expect(expected.length).toBeLessThan(all.clocks.length);
      expect(custody).toEqual(all.custody);
    }
  });

  it('is told that something is left out of the log, and that something is missing', async () => {
    type Event = { seq: number; type: string; partial: boolean; hash: string };
    const log = async (officer: string) =>
      good(await caller.get<Event[]>(officer, `/cases/${play.caseId}/timeline`));
    const all = await log('auditor');
    expect(all.some(({ partial }) => partial)).toBe(false);
    const read = await log(requested.liaison);
    expect(read.length).toBeLessThan(all.length);
    for (const event of read) {
      const whole = all.find(({ seq }) => seq === event.seq);
      expect(event.hash).toBe(whole?.hash);
      const { actor: _a, ...shown } = event as Event & { actor: unknown };
      if (!event.partial) expect(whole).toMatchObject(shown);
    }
  });

  it('does not get at a document of the other by naming it itself', async () => {
    const another = await (await TransferPlay.open(caller, requesting)).to('endorsed');
    const { prisma } = installation.register;
    const [hidden] = await prisma.document.findMany({ where: { caseId: another.caseId } });
    const documents = [hidden?.id ?? ''];
    const sent = await another.send(requesting, { kind: 'information' }, { documents });
    expect([sent.status, sent.body.type]).toEqual([422, 'urn:taslim:problem:document-unknown']);
    const given = [await uploadProof(caller, requested.liaison, 'given')];
    expect((await caller.get(requesting.liaison, `/documents/${given[0]}/content`)).status).toBe(404);
    good(await another.send(requested, { kind: 'information' }, { documents: given }));
    expect((await caller.get(requesting.liaison, `/documents/${given[0]}/content`)).status).toBe(200);
  });
});

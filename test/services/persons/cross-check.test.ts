import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 as uuidv4 } from 'uuid';
import type { CurrentOfficer } from '../../../services/officers/current-officer';
import { findCurrentOfficer } from '../../../services/officers/current-officer';
import { crossCheck, crossCheckInputSchema } from '../../../services/persons/cross-check';
import { decideCandidate } from '../../../services/persons/cross-check-decisions';
import { importEarlierRecords } from '../../../services/persons/import-earlier-records';
import { listHits } from '../../../services/persons/list-hits';
import { stageMissingPersons } from '../../../services/persons/stage-persons';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';

const sample = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../samples', name), 'utf8')) as Record<string, never[]>;

interface BatchPerson {
  readonly names: readonly object[];
  readonly birth: object;
}

describe('the cross-check', () => {
  let installation: Installation;
  let item: CaseDriver;
  let baghdad: CurrentOfficer;
  let erbil: CurrentOfficer;

  const check = (officer: CurrentOfficer, input: object) =>
    crossCheck(installation.context, officer, crossCheckInputSchema.parse(input));
  const batchPerson = (index: number) => {
    const person = (sample('regional-transfer-batch.json').persons as BatchPerson[] | undefined)?.[index];
    return { person: { names: person?.names, birth: person?.birth } };
  };
  const earlier = () => importEarlierRecords(installation.context, sample('earlier-records.json'));
  /** The person of the sample case under the other side's spelling. */
  const soughtInErbil = {
    person: { names: [{ script: 'Arab', given: 'محەمەد', family: 'جبووری' }], birth: { date: '1980' } },
  };

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    baghdad = await findCurrentOfficer(installation.context, 'liaison.baghdad');
    erbil = await findCurrentOfficer(installation.context, 'liaison.erbil');
    item = new CaseDriver(installation.context);
    await item.open();
  });
  afterAll(() => installation.stop());

  const personOf = async (caseId: string) =>
    installation.context.prisma.person.findFirstOrThrow({
      where: { content: { caseId } },
      include: { names: true },
    });

  /** The person of the case, as somebody else would describe him. */
  const described = async () => {
    const { names, birth } = await personOf(item.caseId);
    return {
      person: {
        names: names
          .filter(({ alias }) => !alias)
          .map(({ given, family }) => ({ script: 'Latn', given, family })),
        birth: { date: birth },
      },
    };
  };

  describe('of the sample batch with the earlier records', () => {
    beforeAll(async () => {
      await earlier();
    });

    it('finds the sentence under another spelling first, and offers the other person born that day', async () => {
      const { candidates } = await check(baghdad, batchPerson(1));
      expect(candidates.map(({ kind, side, strength }) => [kind, side, strength])).toEqual([
        ['sentence', 'KRG', 'strong'],
        ['custody', 'FED', 'possible'],
      ]);
      expect(candidates[0]?.reasons.map(({ code }) => code)).toEqual(['name-same', 'birth-agrees']);
      expect(candidates[0]?.details).toMatchObject({ number: 'SAMPLE-E-2024-18', outcome: 'sentenced' });
      expect(candidates[1]?.reasons.map(({ code }) => code)).toContain('name-part-differs');
    });

    it('finds it from the Latin spelling alone, too', async () => {
      const { person } = batchPerson(1);
      const { candidates } = await check(baghdad, {
        person: { ...person, names: person.names?.slice(0, 1) },
      });
      expect(candidates[0]).toMatchObject({ kind: 'sentence', strength: 'strong' });
    });

    it.each([0, 2, 3])('finds nothing strong of person %i', async (index) => {
      const { candidates } = await check(baghdad, batchPerson(index));
      expect(candidates.filter(({ strength }) => strength === 'strong')).toEqual([]);
    });

    it('is the same for the officers of both sides', async () => {
      expect(await check(erbil, batchPerson(1))).toEqual(await check(baghdad, batchPerson(1)));
    });

    it('loads the records once', async () => {
      expect(await earlier()).toEqual({ imported: 0, known: 2 });
    });
  });

  describe('of a document', () => {
    it('finds its holder under any name', async () => {
      const record = {
        side: 'KRG',
        person: { names: [{ script: 'Latn', given: 'Sample Holder' }], documents: [{ number: 'a-123 456' }] },
        pendingCase: { court: 'Invented court', number: 'SAMPLE-P-1' },
      };
      await importEarlierRecords(installation.context, { records: [record] });
      const sought = {
        names: [{ script: 'Latn', given: 'Quite Different' }],
        documents: [{ number: 'A123٤56' }],
      };
      const { candidates } = await check(baghdad, { person: sought });
      expect(candidates.map(({ kind, strength }) => [kind, strength])).toEqual([['pending-case', 'strong']]);
      expect(candidates[0]?.reasons[0]?.code).toBe('document-same');
    });
  });

  describe('of the person of a case', () => {
    it('finds the case for who may see it, and never the case itself', async () => {
      const { candidates } = await check(baghdad, await described());
      expect(candidates[0]).toMatchObject({ kind: 'open-case', side: 'FED', strength: 'strong' });
      expect(candidates[0]?.case?.id).toBe(item.caseId);
      const own = await check(baghdad, { caseId: item.caseId });
      expect(own.candidates.map((candidate) => candidate.case?.id)).not.toContain(item.caseId);
    });

    it('does not find a content that never became a version', async () => {
      const { prisma } = installation.context;
      const { contentId } = await personOf(item.caseId);
      const content = await prisma.caseContent.findUniqueOrThrow({ where: { id: contentId ?? '' } });
      const staged = uuidv4();
      const body = { person: { names: [{ script: 'Latn', given: 'Staged Only', family: 'Nobody' }] } };
      await prisma.caseContent.create({ data: { ...content, id: staged, version: null, body } });
      expect(await stageMissingPersons(installation.context)).toBe(1);
      expect(await prisma.personName.count({ where: { person: { contentId: staged } } })).toBe(1);
      const { candidates } = await check(baghdad, { person: body.person });
      expect(candidates).toEqual([]);
    });
  });

  describe('that meets a case which the searcher may not see', () => {
    it('answers as if there were none', async () => {
      const hidden = await check(erbil, await described());
      const absent = await check(erbil, soughtInErbil);
      expect(hidden).toEqual({ candidates: [] });
      expect(hidden).toEqual(absent);
    });

    it('tells its owner once, with the reference of his own case and nothing else', async () => {
      const { prisma } = installation.context;
      await check(erbil, await described());
      await check(erbil, await described());
      const mails = await prisma.mail.findMany({
        where: { template: 'cross-check-hit' },
        include: { officer: true },
        orderBy: { officer: { subject: 'asc' } },
      });
      expect(mails.map((mail) => [mail.officer.subject, mail.caseId, mail.params])).toEqual([
        ['liaison.baghdad', item.caseId, { reference: item.summary.reference }],
        ['manager.baghdad', item.caseId, { reference: item.summary.reference }],
      ]);
    });

    it('says who it was to the owner and to nobody else', async () => {
      const { items } = await listHits(installation.context, baghdad, item.caseId);
      expect(items).toEqual([expect.objectContaining({ officer: erbil.name, agency: 'AHTD-ERBIL' })]);
      await expect(listHits(installation.context, erbil, item.caseId)).rejects.toThrow('case');
      const council = await findCurrentOfficer(installation.context, 'approver.legal');
      await expect(
        listHits(installation.context, { ...council, agencyCode: 'SJC' }, item.caseId),
      ).rejects.toThrow();
    });

    it('lets nobody decide on it: a hidden candidate is as unknown as one that does not exist', async () => {
      const other = new CaseDriver(installation.context);
      await other.open();
      const { id: hidden } = await personOf(item.caseId);
      const { agencyCode } = erbil;
      await installation.context.prisma.case.update({
        where: { id: other.caseId },
        data: { responsibleOfficerId: erbil.id },
      });
      const decide = (personId: string) =>
        decideCandidate(installation.context, erbil, uuidv4(), other.caseId, {
          personId,
          outcome: 'same',
          reason: 'Invented',
        }).catch((error: unknown) => error);
      expect(await decide(hidden)).toEqual(await decide(uuidv4()));
      expect(agencyCode).toBe('AHTD-ERBIL');
    });
  });

  describe('is decided by a person', () => {
    const reason = 'Invented: prints were compared';

    it('with who, when, why, and what the search said; the latest counts and the older stays', async () => {
      const { prisma } = installation.context;
      await earlier();
      const { id: personId } = await prisma.person.findFirstOrThrow({
        where: { record: { kind: 'custody' } },
      });
      const decide = (key: string, outcome: 'needs-other-side' | 'not-same') =>
        decideCandidate(installation.context, baghdad, key, item.caseId, { personId, outcome, reason });
      const key = uuidv4();
      const first = await decide(key, 'needs-other-side');
      expect(await decide(key, 'needs-other-side')).toEqual(first);
      const second = await decide(uuidv4(), 'not-same');
      expect(second).toMatchObject({ outcome: 'not-same', officer: baghdad.name, reason, contentVersion: 1 });
      const kept = await prisma.crossCheckDecision.findMany({ where: { caseId: item.caseId } });
      expect(kept.map(({ outcome }) => outcome).sort()).toEqual(['needs-other-side', 'not-same']);
      expect(kept[0]?.reasons).toEqual(
        expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]),
      );
    });

    it('for good: the application can neither change nor remove it', async () => {
      const { prisma } = installation.context;
      await expect(prisma.crossCheckDecision.updateMany({ data: { outcome: 'same' } })).rejects.toThrow();
      await expect(prisma.crossCheckDecision.deleteMany()).rejects.toThrow();
    });
  });
});

describe('earlier records that are wrong', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
  });
  afterAll(() => installation.stop());

  it('are refused with every fault of every record, and none is put in', async () => {
    const person = { names: [{ script: 'Latn', given: 'Sample' }] };
    const custody = { from: '2023-02-03', to: '2023-02-01' };
    const good = { side: 'FED', person, custody: { from: '2023-02-01' } };
    const records = [
      good,
      { side: 'IQ', person, custody: good.custody },
      { ...good, custody },
      { side: 'KRG', person: { ...person, birth: { date: '1991-13' } }, custody: good.custody },
      { side: 'KRG', person },
      { side: 'KRG', person: { names: [{ script: 'Arab', given: '؟؟' }] }, custody: good.custody },
      'no record',
    ];
    const refused = await importEarlierRecords(installation.context, { records }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      faults: [
        { pointer: '/records/1/side', code: 'invalid-value' },
        { pointer: '/records/2/custody/to', code: 'ends-before-it-begins' },
        { pointer: '/records/3/person/birth/date', code: 'partial-date' },
        { pointer: '/records/4', code: 'one-kind-of-record' },
        { pointer: '/records/5/person/names', code: 'no-name-in-it' },
        { pointer: '/records/6', code: 'invalid-type' },
      ],
    });
    expect(await installation.context.prisma.earlierRecord.count()).toBe(0);
  });

  it('are refused when they are no list', async () => {
    await expect(importEarlierRecords(installation.context, {})).rejects.toMatchObject({
      faults: [{ pointer: '/records', code: 'not-a-list' }],
    });
  });
});

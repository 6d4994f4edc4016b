import { apiDesk } from '../../platform/demo/api-desk';
import { playBatch } from '../../platform/demo/play-regional';
import { readBatchSample, readEarlierRecords, reversed } from '../../platform/demo/regional-samples';
import type { CaseView } from '../../services/cases/get-case';
import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { type Installation, startInstallation } from '../support/installation';

describe.each([
  ['from Erbil to Baghdad', false, 'approver.legal'],
  ['from Baghdad to Erbil', true, 'approver.erbil'],
])('the sample batch %s through the API', (_name, reverse, reviewer) => {
  let installation: Installation;
  let finished: CaseView[];
  const said: string[] = [];

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    await importEarlierRecords(installation.context, await readEarlierRecords());
    const batch = await readBatchSample();
    finished = await playBatch(apiDesk(installation.api), reverse ? reversed(batch) : batch, (line) =>
      said.push(line),
    );
  });
  afterAll(() => installation.stop());

  /** Of the batch's persons, in its order. */
  const caseOf = (place: number) => finished[place] as CaseView;

  it('hands two of the four over', () => {
    expect(finished.map(({ status, outcome }) => [status, outcome])).toEqual([
      ['closed', 'handed-over'],
      ['closed', 'stopped-after-person-checks'],
      ['closed', 'stopped-after-person-checks'],
      ['closed', 'handed-over'],
    ]);
  });

  it('finds from the data that one was sentenced for the act, and nobody has approved his transfer', () => {
    const about = said.filter((line) => line.startsWith(caseOf(1).reference));
    expect(about).toContainEqual(expect.stringMatching(/candidate .*\(KRG, sentence\): same$/));
    expect(about).toContainEqual(expect.stringMatching(/candidate Subject Nine .*: not-same$/));
    expect(caseOf(1).decisions.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['cross-check#1', 'judged-for-this-act'],
      ['person-checks#1', 'stop'],
    ]);
    expect(caseOf(1).decisions.at(-1)?.officer).toBe(`Sample officer ${reviewer}`);
  });

  it('takes the minor who may be a victim to legal review, and not further', () => {
    expect(caseOf(2).decisions.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['cross-check#1', 'nobody-known'],
      ['person-checks#1', 'stop'],
    ]);
    expect(JSON.stringify(caseOf(2).decisions.at(-1)?.reason)).toMatch(/identified-as-victim, minor/);
  });

  it('leaves nobody in custody whose case is closed', () => {
    expect(finished.flatMap(({ custody }) => custody).filter(({ endedAt }) => endedAt === null)).toEqual([]);
    expect(caseOf(1).custody.map(({ endReason }) => endReason)).toEqual(['released']);
  });

  it('judges every legal limit by when things happened, and finds all of them kept', () => {
    const legal = finished.flatMap(({ clocks }) => clocks).filter((clock) => clock.class !== 'D');
    expect(new Set(legal.map(({ rule }) => rule))).toEqual(
      new Set(['CON19-24H', 'CON19-48H', 'ORD57-24', 'CPC109-15D', 'CPC109-6M', 'HANDOVER-MEDICAL-24H']),
    );
    expect(legal.filter(({ inTime }) => inTime !== true).map(({ key }) => key)).toEqual([]);
  });
});

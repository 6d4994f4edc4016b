import type { FactRecord } from '../../domain/case/events';
import { type Catalogue, catalogue, loadCatalogue } from '../../domain/law/catalogue/catalogue';
import { bindLaw } from '../../domain/law/catalogue/select';
import { instrumentFiles } from '../../domain/law/instruments';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { InMemoryCase, officers } from './in-memory-case';

interface WithRules {
  readonly rules: readonly { readonly id: string }[];
}

/** The shipped law, of which the file after a provisional arrest is due in 30 days and not in 40 from 1 April 2026 on. */
function amended(): Catalogue {
  const change = '2026-04-01';
  const files = instrumentFiles.map((entry) => {
    if (entry.file !== 'se-1957-668.json') return entry;
    const data = entry.data as WithRules;
    const rules = data.rules.flatMap((rule) =>
      rule.id === 'SWE23-40'
        ? [
            { ...rule, effectiveTo: change },
            { ...rule, version: 2, amount: 30, effectiveFrom: change },
          ]
        : [rule],
    );
    return { ...entry, data: { ...data, rules } };
  });
  return loadCatalogue(files);
}

const pair = { procedure: 'outgoing-extradition', requestingState: 'IQ', requestedState: 'SE' } as const;
const reason = { id: 'note-1', hash: 'hash' };
const limit = 'SWE23-40:provisional-arrest#1';

/** Arrested on 3 March 2026 under the law of February. */
function arrested(law = amended()): InMemoryCase {
  const play = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-20T06:00:00.000Z');
  play.completion = { catalogue: law };
  play.open();
  play.decide('urgent-approval#1', 'approved', officers.legal);
  play.fact('provisional-arrest-request', 'sent', play.now);
  play.now = '2026-03-03T12:00:00.000Z';
  play.fact('provisional-arrest', 'arrested', play.now);
  return play;
}

function rebind(play: InMemoryCase, law: Catalogue, on: string) {
  return play.take({
    type: 'rebindLaw',
    officerId: officers.manager,
    law: bindLaw(law, { ...pair, on }),
    reason,
  });
}

describe('a case that runs when the law changes', () => {
  it('keeps the version that it was bound to until somebody binds it anew', () => {
    const play = arrested();
    play.now = '2026-04-02T06:00:00.000Z';
    play.take({ type: 'timeReached', asOf: play.now });
    expect(play.current.clocks[limit]?.terms).toMatchObject({ ruleVersion: 1, lastDay: '2026-04-12' });
  });

  it('is counted by the new version from its own event, once it is bound to it', () => {
    const law = amended();
    const play = arrested(law);
    play.now = '2026-04-01T09:00:00.000Z';
    const events = rebind(play, law, '2026-04-01');
    expect(events.map(({ type }) => type)).toEqual(['lawRebound', 'clockStarted']);
    expect(play.current.clocks[limit]).toMatchObject({
      status: 'running',
      terms: { ruleVersion: 2, lastDay: '2026-04-02' },
    });
    expect(play.current.law?.on).toBe('2026-04-01');
  });

  it('is told at once when the new limit has passed already', () => {
    const law = amended();
    const play = arrested(law);
    play.now = '2026-04-05T09:00:00.000Z';
    rebind(play, law, '2026-04-05');
    play.take({ type: 'timeReached', asOf: play.now });
    expect(play.openSteps()).toContain('release-expected#1');
  });

  it('has a limit that was kept judged by the new version', () => {
    const law = amended();
    const play = arrested(law);
    for (const [step, officer] of [
      ['legal-review', officers.legal],
      ['assurances', officers.directorate],
      ['judicial-council', officers.council],
      ['foreign-ministry', officers.foreign],
    ] as const)
      play.decide(`${step}#1`, 'approved', officer);
    play.now = '2026-04-06T09:00:00.000Z';
    play.fact('transmission', 'transmitted', play.now);
    play.fact('receipt', 'received', play.now);
    expect(play.current.clocks[limit]?.status).toBe('met');
    rebind(play, law, '2026-04-06');
    play.take({ type: 'timeReached', asOf: play.now });
    expect(play.current.clocks[limit]).toMatchObject({ status: 'expired', judgedBy: play.now });
  });

  it('is not bound to what binds it already', () => {
    const play = arrested(catalogue());
    expect(() => rebind(play, catalogue(), '2026-05-01')).toThrow('law-unchanged');
  });

  it('is not bound to a version that the write step does not know', () => {
    const play = arrested();
    play.completion = { catalogue: catalogue() };
    expect(() => rebind(play, amended(), '2026-04-01')).toThrow('dates-changed');
    expect(play.current.law?.on).toBe('2026-02-20');
  });

  it('from before the law was data is bound for the first time, and its limits run on', () => {
    const play = arrested();
    const { law: _none, ...unbound } = play.current;
    play.state = unbound;
    const due = play.current.clocks[limit]?.terms?.dueAt;
    play.now = '2026-03-10T09:00:00.000Z';
    expect(rebind(play, amended(), '2026-03-10').map(({ type }) => type)).toEqual(['lawRebound']);
    expect(play.current.clocks[limit]?.terms?.dueAt).toBe(due);
  });
});

it('a fact that is corrected after that keeps the version', () => {
  const law = amended();
  const play = arrested(law);
  play.now = '2026-04-01T09:00:00.000Z';
  rebind(play, law, '2026-04-01');
  const fact = play.current.steps['provisional-arrest#1']?.fact as FactRecord;
  play.take({
    type: 'correctFact',
    officerId: officers.ncb,
    factKey: 'provisional-arrest#1',
    fact: { ...fact, occurredAt: '2026-03-02T12:00:00.000Z' },
    reason,
    details: null,
    proof: [],
  });
  play.decide('fact-correction#1', 'confirmed', officers.manager);
  expect(play.current.clocks[limit]?.terms).toMatchObject({ ruleVersion: 2, lastDay: '2026-04-01' });
});

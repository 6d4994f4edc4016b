import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../../domain/law/catalogue/catalogue';
import { bindLaw } from '../../../domain/law/catalogue/select';
import { assessIncoming } from '../../../domain/procedures/incoming-extradition/assess';
import { proposedOrder } from '../../../domain/procedures/incoming-extradition/concurrent-requests';
import { incomingFactSchema } from '../../../domain/procedures/incoming-extradition/facts';
import {
  type IncomingRequest,
  incomingRequestSchema,
} from '../../../domain/procedures/incoming-extradition/request';
import { toldOf } from '../../../domain/procedures/incoming-extradition/told';
import { warrantKeyOf } from '../../../services/cases/warrant-key';

const path = join(__dirname, '../../../samples/incoming-nationality-gate.json');
const { procedure: _procedure, expect: _expect, ...sample } = JSON.parse(readFileSync(path, 'utf8'));
const faultsOf = (changes: object) =>
  incomingRequestSchema.safeParse({ ...sample, ...changes }).error?.issues.map(({ message }) => message);

function request(changes: object = {}, person: object = {}): IncomingRequest {
  return incomingRequestSchema.parse({ ...sample, person: { ...sample.person, ...person }, ...changes });
}

describe('a request as it came', () => {
  it('is registered with whatever it lacks', () => {
    const { gaps, blocking } = assessIncoming(request());
    expect(blocking).toEqual([]);
    expect(gaps).toEqual(expect.arrayContaining(['title', 'arrest-warrant', 'nationality-proof']));
    expect(gaps).not.toContain('judgment');
  });

  it('lacks the judgment and no warrant where it rests on a judgment', () => {
    const title = { kind: 'judgment', court: 'Sample court', number: '1', date: '2026-01-01' };
    const { gaps } = assessIncoming(request({ title }));
    expect([gaps.includes('judgment'), gaps.includes('arrest-warrant')]).toEqual([true, false]);
  });

  it('is not one of Iraq, nor of tomorrow', () => {
    expect(faultsOf({ requestingState: 'IQ' })).toEqual(['foreign-state-asks']);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(faultsOf({ receivedAt: tomorrow })).toEqual(['in-the-future']);
    const custody = { at: tomorrow, place: 'Basra' };
    expect(faultsOf({ person: { ...sample.person, custody } })).toEqual(['in-the-future']);
  });

  it('is looked at for what it says of the person, and of his nationality nothing is weighed', () => {
    const person = { asylumOrRefugee: true, persecutionFeared: true, identifiedAsVictim: 'possible' };
    expect(assessIncoming(request({}, person)).findings).toEqual([
      ...['asylum-or-refugee', 'persecution-feared', 'identified-as-victim'],
    ]);
    const [offence] = sample.offences;
    const offences = [{ ...offence, circumstances: { from: '2011-01-01' } }];
    expect(assessIncoming(request({ offences })).findings).toEqual(['minor']);
  });
});

describe('what the order of the steps is told', () => {
  it('is codes and hours', () => {
    expect(toldOf(request())).toEqual({
      alreadyHeld: true,
      heldSince: '2026-04-06T03:45:00.000Z',
      foreignNational: true,
      nationalOfRequestedState: true,
      concurrent: false,
    });
  });

  it('is a maximum penalty only where that of every offence is known', () => {
    const [offence] = sample.offences;
    const of = (maximumYears: number | null) => ({
      ...offence,
      requestedStateLaw: { provision: 'art. 5', maximumYears },
    });
    const penalty = (...years: (number | null)[]) =>
      toldOf(request({ offences: years.map(of) })).maximumPenalty;
    expect(penalty(3, 10)).toEqual({ amount: 120, unit: 'month' });
    expect(penalty(3, null)).toBeUndefined();
  });
});

describe('the order of States that ask', () => {
  const [offence] = sample.offences;
  const orderOf = (harm: object, others: readonly string[]) => {
    const concurrentRequests = others.map((state) => ({ state }));
    const ranked = proposedOrder(request({ offences: [{ ...offence, ...harm }], concurrentRequests }));
    return ranked.map(({ state, place, reason }) => `${place} ${state} ${reason}`);
  };

  it('is State harmed, State of commission, State of nationality', () => {
    expect(orderOf({ statesHarmed: ['SA'], statesOfCommission: ['JO', 'SA'] }, ['JO', 'SA'])).toEqual([
      '1 SA state-harmed',
      '2 JO state-of-commission',
      '3 SE state-of-nationality',
    ]);
  });

  it('leaves together whom nothing tells apart', () => {
    expect(orderOf({}, ['JO', 'SA'])).toEqual(['1 SE state-of-nationality', '2 JO none', '2 SA none']);
  });
});

describe('the facts of an incoming extradition', () => {
  const at = { occurredAt: '2026-04-10T10:00:00+03:00', proof: ['7d1c44a9-4d0c-4a83-a8f6-6f6a3bb0a001'] };
  const faults = (fact: object) =>
    incomingFactSchema.safeParse({ ...at, ...fact }).error?.issues.map(({ message }) => message);

  it('name a ground with every refusal that is told', () => {
    const refusal = { step: 'refusal-notice', outcome: 'told' };
    expect(faults(refusal)).toEqual(['ground-missing']);
    expect(faults({ ...refusal, conditions: ['territoriality'] })).toBeUndefined();
    expect(faults({ ...refusal, conditions: ['bad-weather'] })).toHaveLength(1);
  });

  it('hold a protocol with a surrender, and none where nobody came', () => {
    expect(faults({ step: 'surrender', outcome: 'surrendered' })).toEqual(['protocol-missing']);
    expect(faults({ step: 'surrender', outcome: 'surrendered', details: { note: 'gone' } })).toEqual([
      'protocol-missing',
    ]);
    expect(faults({ step: 'surrender', outcome: 'not-taken-over' })).toBeUndefined();
  });
});

describe('the law that an incoming case is bound to', () => {
  const bound = (requestingState: string, procedure = 'incoming-extradition') =>
    bindLaw(catalogue(), { procedure, requestingState, requestedState: 'IQ', on: '2026-04-07' });

  it('asks for a consultation where UNTOC binds both, and not where it binds one', () => {
    expect(bound('SE').duties).toEqual(['consult-before-refusal']);
    expect(bound('SA').duties).toBeUndefined();
  });

  it('asks nothing of the kind of Iraq where Iraq asks', () => {
    const pair = { requestingState: 'IQ', requestedState: 'SE', on: '2026-04-07' };
    expect(bindLaw(catalogue(), { procedure: 'outgoing-extradition', ...pair }).duties).toBeUndefined();
  });

  it('counts Riyadh’s limits before the file apart from those of the Constitution', () => {
    const effects = bound('JO').limits.filter(({ event }) => event === 'arrest');
    expect(effects.map(({ rule, effect }) => `${rule} ${effect}`).sort()).toEqual([
      'CON19-24H present-to-judge',
      'CON19-48H release',
      'ORD57-24 register-entry',
      'RIY44-30 release-without-file',
      'RIY44-60 release-at-cap',
    ]);
  });
});

it('a warrant of a foreign court is not one of Iraq with the same number', () => {
  const warrant = { court: 'Court', number: '1' };
  expect(warrantKeyOf({ ...warrant, state: 'SE' })).not.toBe(warrantKeyOf(warrant));
  expect(warrantKeyOf({ ...warrant, state: 'SE' })).not.toBe(warrantKeyOf({ ...warrant, state: 'JO' }));
});

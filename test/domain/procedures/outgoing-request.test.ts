import { assess } from '../../../domain/procedures/outgoing-extradition/assess';
import { outgoingFactSchema } from '../../../domain/procedures/outgoing-extradition/facts';
import {
  type OutgoingRequest,
  outgoingRequestSchema,
} from '../../../domain/procedures/outgoing-extradition/request';
import { sampleRequest } from '../../support/sample-request';

const on = '2026-02-20';
const documentId = '00000000-0000-4000-8000-000000000001';

/** The sample request, with whole members of it replaced. */
const request = (changes: object = {}) => ({ ...sampleRequest(), ...changes }) as OutgoingRequest;
const gaps = (changes: object) => assess(request(changes), on).gaps;
const findings = (changes: object) => assess(request(changes), on).findings;

/** The first offence of the sample, punished otherwise. */
const offences = (deathPenaltyPossible: boolean) =>
  request().offences.map((offence) => ({
    ...offence,
    penalty: { ...offence.penalty, deathPenaltyPossible },
  }));

describe('what a request to a State must hold', () => {
  it('is a translation in the language of the State, and none where Arabic is one', () => {
    expect(gaps({}).filter((item) => item.startsWith('translation'))).toEqual(['translation-sv']);
    expect(gaps({ requestedState: 'DE' }).filter((item) => item.startsWith('translation'))).toEqual([
      'translation',
    ]);
    expect(gaps({ requestedState: 'JO' })).not.toContainEqual(expect.stringMatching(/^translation/));
  });

  it('is an assurance where the act may be punished with death and the State may refuse for it', () => {
    expect(gaps({ offences: offences(true) })).toContain('assurance-no-death-penalty');
    expect(gaps({ offences: offences(false) })).not.toContain('assurance-no-death-penalty');
    // Riyadh says nothing of it; of a State whose law nobody knows nothing says that it would do without.
    expect(gaps({ offences: offences(true), requestedState: 'JO' })).not.toContain(
      'assurance-no-death-penalty',
    );
    expect(gaps({ offences: offences(true), requestedState: 'BR' })).toContain('assurance-no-death-penalty');
  });

  it('is an assurance of a retrial where the judgment was given in absence and the law asks for it', () => {
    const title = { ...request().title, kind: 'judgment', inAbsentia: true };
    expect(gaps({ title, requestedState: 'BR' })).toContain('assurance-retrial');
    expect(gaps({ title: { ...title, inAbsentia: false }, requestedState: 'BR' })).not.toContain(
      'assurance-retrial',
    );
  });

  it('is looked at by a person where no instrument is known that binds the other State', () => {
    expect(findings({})).toEqual([]);
    expect(findings({ requestedState: 'JO' })).toEqual([]);
    expect(findings({ requestedState: 'BR' })).toEqual(['no-instrument-known']);
  });
});

describe('the form of a request', () => {
  const faults = (changes: object) =>
    outgoingRequestSchema.safeParse(request(changes)).error?.issues.map(({ message }) => message) ?? [];

  it('names any State but Iraq', () => {
    expect(faults({ requestedState: 'JO' })).toEqual([]);
    expect(faults({ requestedState: 'IQ' })).toEqual(['another-state']);
  });

  it('says who signed an assurance, of an assurance only', () => {
    const fault = 'assurance-signed-by-body-able-to-bind';
    const item = 'assurance-no-death-penalty';
    const signedBy = 'supreme-judicial-council';
    expect(faults({ documents: [{ item, documentId, signedBy }] })).toEqual([]);
    expect(faults({ documents: [{ item, documentId }] })).toEqual([fault]);
    expect(faults({ documents: [{ item: 'identity', documentId, signedBy }] })).toEqual([fault]);
  });

  it('is a federal one unless it says that the Region asks', () => {
    expect(outgoingRequestSchema.parse(request()).originSide).toBe('FED');
  });
});

describe('the form of a fact', () => {
  const fact = { occurredAt: '2026-06-04T11:00:00Z', zone: 'Europe/Stockholm', proof: [documentId] };
  const faults = (step: string, outcome: string, conditions: readonly string[]) =>
    outgoingFactSchema
      .safeParse({ ...fact, step, outcome, conditions })
      .error?.issues.map(({ message }) => message) ?? [];

  it('of a refusal says on which ground, of a grant on which conditions', () => {
    expect(faults('decision', 'refused', ['nationality'])).toEqual([]);
    expect(faults('decision', 'refused', [])).toEqual(['ground-missing']);
    expect(faults('decision', 'refused', ['speciality'])).toEqual(['not-of-this-outcome']);
    expect(faults('decision', 'granted', [])).toEqual([]);
    expect(faults('decision', 'granted', ['nationality'])).toEqual(['not-of-this-outcome']);
  });

  it('of a consent to transit names one State', () => {
    expect(faults('transit-consent', 'given', ['JO'])).toEqual([]);
    expect(faults('transit-consent', 'given', [])).toEqual(['one-state']);
    expect(faults('escort-order', 'ordered', ['Jordan'])).toHaveLength(1);
  });
});

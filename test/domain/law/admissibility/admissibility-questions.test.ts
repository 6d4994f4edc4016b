import type { AdmissibilityFacts, TitleFacts } from '../../../../domain/law/admissibility/facts';
import {
  answer,
  articles,
  clean,
  incoming,
  iraqi,
  judgment,
  offence,
  swedish,
  treaty,
} from './admissibility-facts';

describe('the threshold of the offence', () => {
  const inSweden = (...years: (number | null)[]) =>
    answer('threshold-requested-law', {
      offences: years.map((amount) => ({
        ...offence,
        requestedLaw: {
          provision: 'a provision',
          maximum: amount === null ? null : { amount, unit: 'year' },
        },
      })),
    });

  it('is one year on the Swedish scale, reached by one year exactly (1957:668 s. 4)', () => {
    expect(inSweden(1)).toBe('met: maximum-reaches-threshold');
    expect(inSweden(0.9)).toBe('not-met: maximum-below-threshold');
    expect(inSweden(null)).toBe('needs-a-person: maximum-not-in-figures');
  });

  it('is reached when one offence of several reaches it; an unknown one may yet reach it', () => {
    expect(inSweden(0.5, 10)).toBe('met: one-offence-reaches-threshold');
    expect(inSweden(null, 10)).toBe('met: one-offence-reaches-threshold');
    expect(inSweden(0.5, null)).toBe('needs-a-person: maximum-not-in-figures');
    expect(inSweden(0.5, 0.9)).toBe('not-met: maximum-below-threshold');
    expect(inSweden()).toBe('needs-a-person: not-in-request');
  });

  it('is none but dual criminality where a treaty names no least penalty (UNTOC 16)', () => {
    const inIraq = (provision: string | null) =>
      answer('threshold-requesting-law', {
        offences: [{ ...offence, requestingLaw: { provision, maximum: null } }],
      });
    expect(inIraq('IQ-28-2012-6')).toBe('met: offence-in-that-law');
    expect(inIraq(null)).toBe('needs-a-person: not-in-request');
  });

  it('is two years in both laws where Iraq is asked (CPC 357)', () => {
    const maximum = (amount: number) => ({
      provision: 'a provision',
      maximum: { amount, unit: 'year' } as const,
    });
    const facts = {
      ...incoming,
      offences: [{ ...offence, requestingLaw: maximum(1.5), requestedLaw: maximum(2) }],
    };
    expect(answer('threshold-requesting-law', facts, iraqi)).toBe('not-met: maximum-below-threshold');
    expect(answer('threshold-requested-law', facts, iraqi)).toBe('met: maximum-reaches-threshold');
    expect(articles('threshold-requesting-law', iraqi, incoming)).toContain('IQ-CPC-23-1971 357');
  });

  it.each(['life', 'death'] as const)('is reached by %s', (maximum) => {
    const offences = [{ ...offence, requestedLaw: { provision: 'a provision', maximum } }];
    expect(answer('threshold-requested-law', { offences })).toBe('met: maximum-reaches-threshold');
  });

  it('is for a person where no instrument sets one, or where its text does not say whose law', () => {
    expect(answer('threshold-requested-law', {}, [])).toBe('needs-a-person: no-threshold-known');
    const unclear = treaty({ threshold: { laws: null, minimum: { amount: 20, unit: 'year' } } });
    expect(answer('threshold-requesting-law', {}, unclear)).toBe('not-met: maximum-below-threshold');
    expect(answer('threshold-requested-law', {}, unclear)).toBe('not-met: maximum-below-threshold');
  });

  it('does not count before its provision applies, nor for another procedure', () => {
    const later = treaty({ threshold: { effectiveFrom: '2026-03-02' } });
    const other = treaty({ threshold: { procedures: ['incoming-extradition'] } });
    for (const law of [later, other])
      expect(answer('threshold-requested-law', {}, law)).toBe('needs-a-person: no-threshold-known');
  });
});

describe('the threshold of the sentence', () => {
  const sentenced = (amount: number, law = swedish, facts: Partial<AdmissibilityFacts> = {}) =>
    answer(
      'threshold-sentence',
      { ...facts, title: { ...judgment, sentenceImposed: { amount, unit: 'month' } } },
      law,
    );

  it('is four months where Sweden is asked (1957:668 s. 4), six where Iraq is (CPC 357)', () => {
    expect(sentenced(4)).toBe('met: sentence-reaches-threshold');
    expect(sentenced(3)).toBe('not-met: sentence-below-threshold');
    expect(sentenced(6, iraqi, incoming)).toBe('met: sentence-reaches-threshold');
    expect(sentenced(5, iraqi, incoming)).toBe('not-met: sentence-below-threshold');
  });

  it('is measured on what remains where a treaty says so', () => {
    const remaining = treaty({
      threshold: { kind: 'sentence-remaining', minimum: { amount: 6, unit: 'month' } },
    });
    const left = (sentenceRemaining: TitleFacts['sentenceRemaining']) =>
      answer('threshold-sentence', { title: { ...judgment, sentenceRemaining } }, remaining);
    expect(left({ amount: 5, unit: 'month' })).toBe('not-met: sentence-below-threshold');
    expect(left(null)).toBe('needs-a-person: sentence-not-in-figures');
    expect(left('life')).toBe('met: sentence-reaches-threshold');
  });

  it('is for a person where the judgment states no figure or no threshold is known', () => {
    const title = { ...judgment, sentenceImposed: null };
    expect(answer('threshold-sentence', { title })).toBe('needs-a-person: sentence-not-in-figures');
    expect(answer('threshold-sentence', {}, [])).toBe('needs-a-person: no-threshold-known');
  });

  it('does not concern a warrant', () => {
    const title: TitleFacts = { ...judgment, kind: 'arrest-warrant', sentenceImposed: null };
    expect(answer('threshold-sentence', { title })).toBe('met: no-sentence-yet');
  });
});

describe('nationality', () => {
  it('bars a surrender by Iraq of an Iraqi, a dual one too (CPC 358(4), Constitution 21)', () => {
    const of = (...nationalities: string[]) => answer('nationality', { ...incoming, nationalities }, iraqi);
    expect(of('IQ')).toBe('not-met: national');
    expect(of('SE', 'IQ')).toBe('not-met: dual-national');
    expect(of('SE')).toBe('met: not-a-national');
    expect(of()).toBe('needs-a-person: not-in-request');
    expect(articles('nationality', iraqi, incoming)).toEqual(
      expect.arrayContaining(['IQ-CPC-23-1971 358(4)', 'IQ-CONST-2005 21(1)']),
    );
  });

  it('is for a person where the bar is optional', () => {
    const law = treaty({ ground: { code: 'nationality', force: 'optional' } });
    expect(answer('nationality', { nationalities: ['SE'] }, law)).toBe(
      'needs-a-person: national-may-be-refused',
    );
  });
});

describe('limitation, in each law', () => {
  it.each(['requesting', 'requested'] as const)('of the %s State', (side) => {
    const lapsing = (date: string | null) =>
      answer(`limitation-${side}-law`, { lapsesOn: { ...clean.lapsesOn, [`${side}Law`]: date } });
    expect(lapsing('2026-03-02')).toBe('met: not-lapsed');
    expect(lapsing('2026-03-01')).toBe('not-met: lapsed');
    expect(lapsing('2020-01-01')).toBe('not-met: lapsed');
    expect(lapsing(null)).toBe('needs-a-person: not-in-request');
  });

  it("of the requesting State is not what the requested State's statute is about", () => {
    expect(articles('limitation-requesting-law', swedish)).toEqual([]);
    expect(articles('limitation-requested-law', swedish)).toEqual(['SE-1957-668 10']);
    const law = treaty({ ground: { code: 'limitation', force: 'mandatory' } });
    expect(articles('limitation-requesting-law', law)).toEqual(['TREATY 1']);
  });
});

describe('the death penalty', () => {
  const possible = [offence, { ...offence, deathPenaltyPossible: true }];
  const assured = (...assurances: string[]) => answer('death-penalty', { offences: possible, assurances });

  it('needs an assurance where an offence may carry it', () => {
    expect(assured()).toBe('not-met: assurance-missing');
    expect(assured('speciality')).toBe('not-met: assurance-missing');
    expect(assured('speciality', 'no-death-penalty')).toBe('met: assurance-offered');
  });

  it('an assurance that it is not sought does not bind the court: a person weighs it', () => {
    expect(assured('death-penalty-not-sought')).toBe('needs-a-person: assurance-weaker');
  });

  it('is not in the way where no offence carries it', () => {
    expect(answer('death-penalty', {})).toBe('met: no-death-penalty');
    const unknown = [offence, { ...offence, deathPenaltyPossible: null }];
    expect(answer('death-penalty', { offences: unknown })).toBe('needs-a-person: not-in-request');
    expect(answer('death-penalty', { offences: [] })).toBe('needs-a-person: not-in-request');
  });
});

describe('a judgment in absence', () => {
  const title = { ...judgment, inAbsentia: true };
  const barred = treaty({ ground: { code: 'in-absentia', force: 'mandatory' } });

  it('is refused where the law says so and no retrial is offered, else weighed', () => {
    expect(answer('in-absentia', { title }, barred)).toBe('not-met: retrial-not-assured');
    expect(answer('in-absentia', { title })).toBe('needs-a-person: retrial-not-assured');
    expect(answer('in-absentia', { title, assurances: ['retrial'] }, barred)).toBe(
      'needs-a-person: retrial-assured',
    );
  });

  it('is told apart from one in presence and from a request that does not say', () => {
    expect(answer('in-absentia', {})).toBe('met: not-in-absentia');
    expect(answer('in-absentia', { title: { ...judgment, inAbsentia: null } })).toBe(
      'needs-a-person: not-in-request',
    );
  });
});

describe('the person', () => {
  it('was of age or not on the day each offence began', () => {
    expect(answer('minor', { birth: '2007-03-01' })).toBe('met: of-age');
    expect(answer('minor', { birth: '2007-03-02' })).toBe('needs-a-person: minor');
    expect(answer('minor', { birth: null })).toBe('needs-a-person: not-in-request');
    expect(answer('minor', { offences: [] })).toBe('needs-a-person: not-in-request');
    expect(answer('minor', { offences: [offence, { ...offence, from: null }] })).toBe(
      'needs-a-person: not-in-request',
    );
  });

  it('born on 29 February comes of age on 28 February of a common year', () => {
    const offences = [{ ...offence, from: '2026-02-28' }];
    expect(answer('minor', { birth: '2008-02-29', offences })).toBe('met: of-age');
    expect(answer('minor', { birth: '2008-02', offences })).toBe('met: of-age');
    expect(answer('minor', { birth: '2008-03', offences })).toBe('needs-a-person: minor');
  });

  it('who seeks or enjoys protection is looked at by a person', () => {
    expect(answer('refugee', {})).toBe('met: not-a-refugee');
    expect(answer('refugee', { asylumOrRefugee: true })).toBe('needs-a-person: asylum-or-refugee');
    expect(answer('refugee', { asylumOrRefugee: null })).toBe('needs-a-person: not-in-request');
  });

  it('who is a victim is not punished; who may be one is looked at', () => {
    expect(answer('victim', {})).toBe('met: not-a-victim');
    expect(answer('victim', { identifiedAsVictim: true })).toBe('not-met: victim');
    expect(answer('victim', { identifiedAsVictim: 'possible' })).toBe('needs-a-person: possible-victim');
    expect(answer('victim', { identifiedAsVictim: null })).toBe('needs-a-person: not-in-request');
  });
});

it.each(['ne-bis-in-idem', 'political', 'military'] as const)('%s is always for a person', (question) => {
  expect(answer(question, {})).toBe('needs-a-person: not-in-request');
});

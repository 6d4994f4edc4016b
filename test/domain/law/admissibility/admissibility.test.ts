import {
  answerQuestions,
  assessAdmissibility,
} from '../../../../domain/law/admissibility/assess-admissibility';
import type { AdmissibilityFacts } from '../../../../domain/law/admissibility/facts';
import { outgoingFacts } from '../../../../domain/law/admissibility/outgoing-facts';
import {
  answerCodes,
  type QuestionCode,
  questionCodes,
  reasonCodes,
} from '../../../../domain/law/admissibility/report';
import { hasText } from '../../../../locales';
import fc from '../../../support/fast-check';
import { sampleRequest } from '../../../support/sample-request';
import { answer, iraqi, on, swedish } from './admissibility-facts';

describe('the sample request to Sweden, under the instruments that it names', () => {
  const named = swedish.filter(({ id }) => ['UNTOC', 'SE-1957-668', 'IQ-CPC-23-1971'].includes(id));
  const report = assessAdmissibility(sampleRequest(), named, on);

  it('is reported whole', () => {
    expect(report).toMatchObject({ on, requestingState: 'IQ', requestedState: 'SE' });
    expect(
      report.questions.map(({ question, answer, reason, articles }) => [
        `${question}: ${answer}: ${reason}`,
        articles.map(({ instrument, article }) => `${instrument} ${article}`).join('; '),
      ]),
    ).toEqual([
      ['threshold-requesting-law: met: offence-in-that-law', 'UNTOC 16(1)'],
      ['threshold-requested-law: met: maximum-reaches-threshold', 'UNTOC 16(1); SE-1957-668 4'],
      ['threshold-sentence: met: no-sentence-yet', 'SE-1957-668 4'],
      ['nationality: met: not-a-national', 'UNTOC 16(10); SE-1957-668 2'],
      ['limitation-requesting-law: needs-a-person: not-in-request', ''],
      ['limitation-requested-law: needs-a-person: not-in-request', 'SE-1957-668 10'],
      ['ne-bis-in-idem: needs-a-person: not-in-request', 'SE-1957-668 10; ICCPR 14(7)'],
      ['death-penalty: met: no-death-penalty', 'SE-1957-668 12; ICCPR 6; IQ-28-2012 8'],
      ['political: needs-a-person: not-in-request', 'SE-1957-668 6'],
      ['military: needs-a-person: not-in-request', 'SE-1957-668 5'],
      ['in-absentia: met: not-in-absentia', ''],
      ['minor: met: of-age', 'SE-1957-668 8; CRC 3, 37, 40'],
      ['refugee: met: not-a-refugee', 'CSR51 33'],
      ['victim: met: not-a-victim', 'OHCHR-TRAFFICKING Principle 7'],
    ]);
  });

  it('rests on no verified article', () => {
    const cited = report.questions.flatMap(({ articles }) => articles);
    expect(cited.filter(({ verified, source }) => verified || source === '')).toEqual([]);
  });

  it('states the threshold in months and the State by its code', () => {
    const params = Object.fromEntries(report.questions.map(({ question, params }) => [question, params]));
    expect(params).toMatchObject({
      'threshold-requested-law': { months: 12 },
      nationality: { state: 'SE' },
    });
  });
});

describe('what an outgoing request says', () => {
  const request = sampleRequest();
  const [first] = request.offences;
  if (!first) throw new Error('the sample request names no offence');

  it('a penalty in words is not read as a figure', () => {
    expect(outgoingFacts(request).offences).toMatchObject([{ requestingLaw: { maximum: null } }]);
  });

  it('a figure beside the words is', () => {
    const penalty = { ...first.penalty, maximumTerm: 'life' as const };
    const limitation = { ...request.limitation, requestedStateLapsesOn: '2040-01-01' };
    const facts = outgoingFacts({ ...request, limitation, offences: [{ ...first, penalty }] });
    expect(facts).toMatchObject({
      offences: [{ requestingLaw: { maximum: 'life' } }],
      lapsesOn: { requestingLaw: null, requestedLaw: '2040-01-01' },
    });
  });

  it('a Swedish citizen is not surrendered by Sweden, an Iraqi beside it neither', () => {
    const of = (nationalities: string[]) =>
      assessAdmissibility({ ...request, person: { ...request.person, nationalities } }, swedish, on)
        .questions.filter(({ question }) => question === 'nationality')
        .map(({ answer, reason }) => [answer, reason]);
    expect(of(['SE'])).toEqual([['not-met', 'national']]);
    expect(of(['IQ', 'SE'])).toEqual([['not-met', 'dual-national']]);
  });

  it('a birth date without its day is taken at its latest day', () => {
    const minorIf = (date: string) =>
      answer('minor', outgoingFacts({ ...request, person: { ...request.person, birth: { date } } }));
    // The offence began on 1 March 2025.
    expect(minorIf('2007-02')).toBe('met: of-age');
    expect(minorIf('2007-03')).toBe('needs-a-person: possible-minor');
    expect(minorIf('2007')).toBe('needs-a-person: possible-minor');
    expect(minorIf('2006')).toBe('met: of-age');
    expect(minorIf('2008')).toBe('needs-a-person: minor');
  });

  it('without a warrant or a judgment nothing is said of it', () => {
    const facts = { title: null };
    expect(answer('threshold-sentence', facts)).toBe('needs-a-person: title-missing');
    expect(answer('in-absentia', facts)).toBe('needs-a-person: title-missing');
  });
});

describe('whatever a request says', () => {
  const term = fc.oneof(
    fc.constantFrom('life' as const, 'death' as const, null),
    fc.record({
      amount: fc.integer({ min: 1, max: 30 }),
      unit: fc.constantFrom('month' as const, 'year' as const),
    }),
  );
  const inLaw = fc.record({ provision: fc.constantFrom('a provision', null), maximum: term });
  const date = fc.constantFrom('2008-05-05', '2025-03-01', '2026-03-01', '2040-01-01', null);
  const facts: fc.Arbitrary<AdmissibilityFacts> = fc.record({
    procedure: fc.constantFrom('outgoing-extradition' as const, 'incoming-extradition' as const),
    requestingState: fc.constantFrom('IQ', 'SE'),
    requestedState: fc.constantFrom('IQ', 'SE'),
    nationalities: fc.subarray(['IQ', 'SE', 'SY']),
    birth: fc.constantFrom('1988-02-29', '2007-03', '2008', null),
    title: fc.option(
      fc.record({
        kind: fc.constantFrom('arrest-warrant' as const, 'judgment' as const),
        inAbsentia: fc.constantFrom(true, false, null),
        sentenceImposed: term,
        sentenceRemaining: term,
      }),
    ),
    offences: fc.array(
      fc.record({
        from: date,
        requestingLaw: inLaw,
        requestedLaw: inLaw,
        deathPenaltyPossible: fc.constantFrom(true, false, null),
      }),
      { maxLength: 3 },
    ),
    lapsesOn: fc.record({ requestingLaw: date, requestedLaw: date }),
    assurances: fc.subarray(['no-death-penalty', 'death-penalty-not-sought', 'retrial', 'speciality']),
    asylumOrRefugee: fc.constantFrom(true, false, null),
    identifiedAsVictim: fc.constantFrom(true, false, 'possible' as const, null),
  });
  const law = fc.constantFrom(swedish, iraqi, []);

  it('no question is ever missing and each has an answer and a reason that are known', () => {
    fc.assert(
      fc.property(facts, law, (some, instruments) => {
        const { questions } = answerQuestions(some, instruments, on);
        expect(questions.map(({ question }) => question)).toEqual(questionCodes);
        for (const { answer, reason } of questions) {
          expect(answerCodes).toContain(answer);
          expect(reasonCodes).toContain(reason);
        }
      }),
    );
  });

  /** What each question is answered from, taken away. */
  const withoutDatum: Record<QuestionCode, (some: AdmissibilityFacts) => AdmissibilityFacts> = {
    'threshold-requesting-law': (some) => withoutLaw(some, 'requestingLaw'),
    'threshold-requested-law': (some) => withoutLaw(some, 'requestedLaw'),
    'threshold-sentence': (some) => ({ ...some, title: null }),
    nationality: (some) => ({ ...some, nationalities: [] }),
    'limitation-requesting-law': (some) => ({ ...some, lapsesOn: { ...some.lapsesOn, requestingLaw: null } }),
    'limitation-requested-law': (some) => ({ ...some, lapsesOn: { ...some.lapsesOn, requestedLaw: null } }),
    'ne-bis-in-idem': (some) => some,
    'death-penalty': (some) => ({
      ...some,
      offences: some.offences.map((one) => ({ ...one, deathPenaltyPossible: null })),
    }),
    political: (some) => some,
    military: (some) => some,
    'in-absentia': (some) => ({ ...some, title: some.title && { ...some.title, inAbsentia: null } }),
    minor: (some) => ({ ...some, birth: null }),
    refugee: (some) => ({ ...some, asylumOrRefugee: null }),
    victim: (some) => ({ ...some, identifiedAsVictim: null }),
  };

  function withoutLaw(some: AdmissibilityFacts, side: 'requestingLaw' | 'requestedLaw'): AdmissibilityFacts {
    const unknown = { provision: null, maximum: null };
    return { ...some, offences: some.offences.map((one) => ({ ...one, [side]: unknown })) };
  }

  it.each(questionCodes)('%s is for a person when what it is answered from is not there', (question) => {
    fc.assert(
      fc.property(facts, law, (some, instruments) => {
        const { questions } = answerQuestions(withoutDatum[question](some), instruments, on);
        expect(questions.find((answered) => answered.question === question)?.answer).toBe('needs-a-person');
      }),
    );
  });

  it('without instruments no threshold is met and no national is said to be barred', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { questions } = answerQuestions(some, [], on);
        const byCode = Object.fromEntries(questions.map(({ question, answer }) => [question, answer]));
        expect(byCode['threshold-requested-law']).toBe('needs-a-person');
        expect(byCode.nationality).not.toBe('not-met');
      }),
    );
  });
});

it('has a text for every question, answer and reason', () => {
  const keys = [
    ...questionCodes.map((code) => `admissibility.question.${code}`),
    ...answerCodes.map((code) => `admissibility.answer.${code}`),
    ...reasonCodes.map((code) => `admissibility.reason.${code}`),
  ];
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
});

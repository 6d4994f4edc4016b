import { catalogue, loadCatalogue } from '../../../../domain/law/catalogue/catalogue';
import { StatesOfProcedureError } from '../../../../domain/law/catalogue/catalogue-errors';
import { limitsOf } from '../../../../domain/law/catalogue/law-binding';
import { bindLaw, type PairOfStates, selectInstruments } from '../../../../domain/law/catalogue/select';
import { anInstrument, aRule, fileOf, treatyBetween } from './an-instrument';

const on = '2026-03-04';
const toSweden = {
  procedure: 'outgoing-extradition',
  requestingState: 'IQ',
  requestedState: 'SE',
  on,
} as const;
const fromSweden = {
  procedure: 'incoming-extradition',
  requestingState: 'SE',
  requestedState: 'IQ',
  on,
} as const;
const withinIraq = {
  procedure: 'suspect-transfer',
  requestingState: 'IQ',
  requestedState: 'IQ',
  on,
} as const;
const fromJordan = { ...fromSweden, requestingState: 'JO' } as const;

const idsOf = (pair: PairOfStates) => selectInstruments(catalogue(), pair).map(({ id }) => id);
const limits = (pair: PairOfStates) =>
  bindLaw(catalogue(), pair).limits.map(({ event, rule }) => `${event} ${rule}`);

describe('Iraq asks Sweden', () => {
  it('is bound by the Swedish Act, the UN conventions and Iraqi law, never by the European Convention', () => {
    expect(idsOf(toSweden)).toEqual([
      'UNTOC',
      'SE-1957-668',
      'IQ-CPC-23-1971',
      'IQ-CONST-2005',
      'IQ-28-2012',
    ]);
  });

  it('a treaty on certain offences is selected for these only', () => {
    expect(idsOf({ ...toSweden, offences: ['corruption'] })).toContain('UNCAC');
    expect(idsOf({ ...toSweden, offences: ['trafficking-in-persons'] })).not.toContain('UNCAC');
  });

  it('says why each applies and since when, or that no date is recorded', () => {
    expect(selectInstruments(catalogue(), toSweden)).toEqual(
      expect.arrayContaining([
        { id: 'UNTOC', why: 'both-states-are-parties', since: '2008-04-16' },
        { id: 'SE-1957-668', why: 'law-of-requested-state', since: '1958-01-01' },
        { id: 'IQ-CPC-23-1971', why: 'law-of-requesting-state', since: null },
      ]),
    );
  });

  it('starts the Swedish limits, and the Constitution’s after arrival', () => {
    expect(limits(toSweden)).toEqual([
      'provisional-arrest SWE23-40',
      'notice-of-decision SWE20-1M',
      'arrival CON19-24H',
      'arrival CON19-48H',
    ]);
  });

  it('gives what an event starts, in its version and with what its expiry means', () => {
    const binding = bindLaw(catalogue(), toSweden);
    expect(binding.on).toBe(on);
    expect(limitsOf(binding, 'provisional-arrest')).toEqual([
      { event: 'provisional-arrest', rule: 'SWE23-40', version: 1, effect: 'release-expected' },
    ]);
    expect(limitsOf(binding, 'transmission')).toEqual([]);
  });
});

describe('Iraq is asked', () => {
  it('by Sweden: Iraqi law and the UN conventions, not the Swedish Act', () => {
    expect(idsOf(fromSweden)).toEqual([
      'UNTOC',
      'IQ-CPC-23-1971',
      'IQ-CONST-2005',
      'IQ-28-2012',
      'IQ-ORD-57',
    ]);
    expect(limits(fromSweden)).toEqual([
      'readiness-notice CPC367-2M',
      'detention-order CPC109-15D',
      'detention-order CPC109-6M',
      'arrest CON19-24H',
      'arrest CON19-48H',
      'arrest ORD57-24',
    ]);
  });

  it('by Jordan: the Riyadh Agreement too, whose date is to be made sure of', () => {
    expect(selectInstruments(catalogue(), fromJordan)).toContainEqual({
      id: 'RIYADH-1983',
      why: 'both-states-are-parties',
      since: null,
    });
    expect(limits(fromJordan)).toEqual(['arrest RIY44-30', 'arrest RIY44-60', ...limits(fromSweden)]);
  });
});

it('Iraq asks Jordan: the Riyadh Agreement and no Swedish law', () => {
  const ids = idsOf({ ...toSweden, requestedState: 'JO' });
  expect(ids).toContain('RIYADH-1983');
  expect(ids).not.toContain('SE-1957-668');
});

describe('a transfer within Iraq', () => {
  it('is no extradition: no treaty, but Iraqi law and the practice of the regions', () => {
    expect(selectInstruments(catalogue(), withinIraq).map(({ id, why }) => `${id} ${why}`)).toEqual([
      'IQ-CPC-23-1971 domestic-law',
      'IQ-CONST-2005 domestic-law',
      'IQ-28-2012 domestic-law',
      'IQ-ORD-57 domestic-law',
      'IQ-REGIONAL-HANDOVER regional-practice',
    ]);
    expect(limits(withinIraq)).toEqual([
      'detention-order CPC109-15D',
      'detention-order CPC109-6M',
      'arrest CON19-24H',
      'arrest CON19-48H',
      'arrest ORD57-24',
      'medical-check HANDOVER-MEDICAL-24H',
    ]);
  });

  it('does not stop at the bar to surrendering nationals', () => {
    const grounds = idsOf(withinIraq).flatMap((id) => catalogue().instrument(id).grounds);
    const codes = grounds
      .filter(({ procedures }) => procedures.includes('suspect-transfer'))
      .map(({ code }) => code);
    expect(codes).toEqual(['ne-bis-in-idem']);
  });

  it('is refused between two states, and an extradition within one', () => {
    expect(() => idsOf({ ...withinIraq, requestedState: 'SE' })).toThrow(StatesOfProcedureError);
    expect(() => idsOf({ ...toSweden, requestedState: 'IQ' })).toThrow(
      'no outgoing-extradition runs from IQ to IQ',
    );
  });
});

it('the law of a state applies in the role of which it speaks', () => {
  const why = (role: string, pair: PairOfStates) => {
    const binding = {
      state: 'IQ',
      since: null,
      until: null,
      source: 'Gazette',
      basis: 'general-knowledge',
    };
    const application = { kind: 'national-law', role, ...binding };
    return selectInstruments(loadCatalogue([fileOf(anInstrument({ application }))]), pair).map(
      (selected) => selected.why,
    );
  };
  expect(why('requesting', toSweden)).toEqual(['law-of-requesting-state']);
  expect(why('requesting', fromSweden)).toEqual([]);
  expect(why('requested', toSweden)).toEqual([]);
  expect(why('requested', fromSweden)).toEqual(['law-of-requested-state']);
  expect(why('requesting', withinIraq)).toEqual(['domestic-law']);
});

describe('the date', () => {
  it('before a state joined a treaty: the treaty is not selected', () => {
    expect(idsOf({ ...toSweden, on: '2008-04-15' })).not.toContain('UNTOC');
    expect(idsOf({ ...toSweden, on: '2008-04-16' })).toContain('UNTOC');
  });

  it('before the practice of the regions began: only the law', () => {
    expect(idsOf({ ...withinIraq, on: '2018-11-25' })).not.toContain('IQ-REGIONAL-HANDOVER');
  });

  it('chooses the version of a rule', () => {
    const startedBy = [{ procedure: 'outgoing-extradition', event: 'arrest' }];
    const rules = [
      aRule({ startedBy, effectiveTo: '2026-01-01' }),
      aRule({ startedBy, version: 2, effectiveFrom: '2026-01-01', effectiveTo: '2027-01-01' }),
    ];
    const versioned = loadCatalogue([fileOf(anInstrument({ rules }))]);
    const versions = (date: string) =>
      bindLaw(versioned, { ...toSweden, on: date }).limits.map(({ version }) => version);
    expect([versions('2025-12-31'), versions('2026-01-01'), versions('2027-01-01')]).toEqual([[1], [2], []]);
  });

  it('of a treaty is the later one of the two states, and unknown where either is', () => {
    const since = (parties: Record<string, string | null>) => {
      const file = fileOf(anInstrument({ application: treatyBetween(parties) }));
      return selectInstruments(loadCatalogue([file]), toSweden).map((selected) => selected.since);
    };
    expect(since({ IQ: '2008-04-16', SE: '2004-05-30' })).toEqual(['2008-04-16']);
    expect(since({ IQ: null, SE: '2004-05-30' })).toEqual([null]);
    expect(since({ IQ: null, SE: '2026-03-05' })).toEqual([]);
    expect(since({ IQ: null })).toEqual([]);
  });
});

it('neither templates nor comparisons are ever selected, nor a limit that is only one', () => {
  const states = ['IQ', 'SE', 'GB', 'JO', 'SY', 'SA'];
  const pairs = states.flatMap((requestingState) =>
    states.flatMap((requestedState) =>
      requestingState === requestedState
        ? []
        : [
            { ...toSweden, requestingState, requestedState },
            { ...fromSweden, requestingState, requestedState },
          ],
    ),
  );
  for (const pair of pairs) {
    const kinds = idsOf(pair).map((id) => catalogue().instrument(id).application.kind);
    expect(kinds.filter((kind) => kind === 'template' || kind === 'comparison')).toEqual([]);
    const standings = bindLaw(catalogue(), pair).limits.map(({ rule }) => catalogue().rule(rule).standing);
    expect(standings.filter((standing) => standing !== 'law' && standing !== 'policy')).toEqual([]);
  }
  expect(idsOf({ ...toSweden, requestingState: 'SE', requestedState: 'GB' })).toContain('ECE-1957');
});

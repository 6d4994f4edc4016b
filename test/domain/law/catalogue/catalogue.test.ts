import {
  CatalogueError,
  catalogue,
  loadCatalogue,
  UnknownInstrumentError,
  UnknownRuleError,
} from '../../../../domain/law/catalogue/catalogue';
import type { CatalogueFault } from '../../../../domain/law/catalogue/catalogue-errors';
import type { CatalogueFile } from '../../../../domain/law/catalogue/read-instrument';
import { instrumentFiles } from '../../../../domain/law/instruments';
import { anInstrument, aRule, fileOf } from './an-instrument';

function faultsOf(...files: readonly CatalogueFile[]): readonly CatalogueFault[] {
  try {
    loadCatalogue(files);
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults;
    throw error;
  }
  return [];
}

/** The faults of one file whose only rule is changed. */
function faultsOfRule(changes: object): readonly CatalogueFault[] {
  return faultsOf(fileOf(anInstrument({ rules: [aRule(changes)] })));
}

const inRule = (field: string, problem: unknown) => [
  { file: 'test.json', record: 'rule TEST-10', field, problem },
];
const saying = (words: string) => expect.stringContaining(words);

describe('a catalogue without faults', () => {
  it('fills in what a file says once for its records', () => {
    const rule = loadCatalogue([fileOf(anInstrument())]).rule('TEST-10');
    expect(rule).toMatchObject({
      instrument: 'TEST',
      verified: false,
      verifiedBy: null,
      effectiveFrom: null,
    });
  });

  it('finds a version, or the latest', () => {
    const found = loadCatalogue([
      fileOf(
        anInstrument({
          rules: [
            aRule({ version: 2, amount: 12, effectiveFrom: '2026-01-01' }),
            aRule({ effectiveTo: '2026-01-01' }),
          ],
        }),
      ),
    ]);
    expect(found.rule('TEST-10').amount).toBe(12);
    expect(found.rule('TEST-10', 1).amount).toBe(10);
  });

  it('is read once for the whole product', () => {
    expect(catalogue()).toBe(catalogue());
    expect(catalogue().instruments).toHaveLength(instrumentFiles.length);
  });

  it('holds the rules of the house beside those of law', () => {
    expect(catalogue().rule('SLA-LEGAL-REVIEW')).toMatchObject({ standing: 'policy', version: 1 });
    expect(catalogue().rule('SET-BY-OTHER-SIDE')).toMatchObject({ amount: null, verified: false });
  });

  it('says which rule or instrument it does not have', () => {
    expect(() => catalogue().rule('SWE99-1')).toThrow(new UnknownRuleError('SWE99-1', null));
    expect(() => catalogue().rule('SWE23-40', 9)).toThrow('no version 9 of rule SWE23-40');
    expect(() => catalogue().instrument('ATLANTIS')).toThrow(UnknownInstrumentError);
  });
});

describe('a fault in a file is told with file, record and field', () => {
  it.each([
    ['a missing source', { source: undefined }, 'source', 'missing'],
    ['an empty source', { source: '' }, 'source', 'missing'],
    ['an unknown unit', { unit: 'fortnight' }, 'unit', saying('"fortnight"')],
    ['an unknown zone', { zone: 'moon' }, 'zone', saying('"moon"')],
    ['an unknown class', { class: 'E' }, 'class', saying('"E"')],
    ['an unknown effect', { effect: 'vanish' }, 'effect', saying('"vanish"')],
    ['an unknown trigger', { trigger: 'whim' }, 'trigger', saying('"whim"')],
    ['an unknown calendar', { calendar: 'XX' }, 'calendar', saying('"XX"')],
    ['an amount of nothing', { amount: 0 }, 'amount', saying('0')],
    ['half a day', { amount: 1.5 }, 'amount', saying('1.5')],
    ['a field that nobody reads', { colour: 'red' }, 'colour', 'unknown field'],
    ['no such date', { effectiveFrom: '2026-02-30' }, 'effectiveFrom', saying('"2026-02-30"')],
    ['verified by nobody', { verified: true, verifiedOn: '2026-01-01' }, 'verifiedBy', saying('by nobody')],
    ['verified on no day', { verified: true, verifiedBy: 'Counsel' }, 'verifiedOn', saying('on no day')],
    [
      'an end before the start',
      { effectiveFrom: '2026-02-01', effectiveTo: '2026-01-01' },
      'effectiveTo',
      saying('not after'),
    ],
    ['a group of one', { group: 'TEST10' }, 'group', saying('no other rule')],
    [
      'a warning after the limit',
      { warnBefore: [{ code: 'too-late', before: '-P1D' }] },
      'warnBefore',
      saying('after the limit'),
    ],
    [
      'a warning before the limit runs',
      { warnBefore: [{ code: '10-days-left', before: 'P10D' }] },
      'warnBefore',
      saying('before the limit runs'),
    ],
    [
      'a warning at no time',
      { warnBefore: [{ code: 'soon', before: 'soon' }] },
      'warnBefore.0.before',
      saying('"soon"'),
    ],
    [
      'a custody limit that rolls',
      { class: 'B', holder: 'ours', roll: 'next-working' },
      'roll',
      saying('never'),
    ],
    ['a custody limit that nobody obeys', { class: 'B' }, 'holder', saying('somebody')],
    ['custody hours in days', { class: 'A', holder: 'ours' }, 'unit', saying('class A')],
    ['a rule of another instrument', { instrument: 'OTHER' }, 'instrument', saying('in the file of TEST')],
    [
      'a comparison that a procedure starts',
      { standing: 'comparison', startedBy: [{ procedure: 'suspect-transfer', event: 'arrest' }] },
      'startedBy',
      saying('no procedure'),
    ],
    [
      'an unknown procedure',
      { startedBy: [{ procedure: 'teleport', event: 'arrest' }] },
      'startedBy.0.procedure',
      saying('"teleport"'),
    ],
  ])('%s', (_, changes, field, problem) => {
    expect(faultsOfRule(changes)).toEqual(inRule(field, problem));
  });

  it('an id that a rule of the house has', () => {
    const [fault] = faultsOfRule({ id: 'SLA-LEGAL-REVIEW' });
    expect(fault).toMatchObject({ record: 'rule SLA-LEGAL-REVIEW', field: 'id' });
  });

  it('law in a template', () => {
    const file = fileOf(anInstrument({ application: { kind: 'template' } }));
    expect(faultsOf(file)).toEqual(inRule('standing', saying('a template')));
  });

  it('one version twice, in another file too', () => {
    const faults = faultsOf(
      fileOf(anInstrument()),
      fileOf(anInstrument({ id: 'OTHER', rules: [aRule()] }), 'other.json'),
    );
    expect(faults).toEqual([
      {
        file: 'other.json',
        record: 'rule TEST-10',
        field: 'version',
        problem: 'version 1 is in test.json already',
      },
    ]);
  });

  it('two versions of one rule that apply on the same day', () => {
    const rules = [aRule({ effectiveTo: '2026-01-02' }), aRule({ version: 2, effectiveFrom: '2026-01-01' })];
    expect(faultsOf(fileOf(anInstrument({ rules })))).toEqual(
      inRule('effectiveFrom', saying('the same days')),
    );
    const apart = [aRule({ effectiveTo: '2026-01-01' }), aRule({ version: 2, effectiveFrom: '2026-01-01' })];
    expect(faultsOf(fileOf(anInstrument({ rules: apart })))).toEqual([]);
  });

  it('one instrument twice', () => {
    const faults = faultsOf(fileOf(anInstrument()), fileOf(anInstrument({ rules: [] }), 'other.json'));
    expect(faults).toEqual([
      expect.objectContaining({ file: 'other.json', record: 'instrument', field: 'id' }),
    ]);
  });

  it('a ground, a document, a threshold and a party without a source', () => {
    const application = {
      kind: 'treaty',
      onlyFor: null,
      allParties: false,
      parties: [{ state: 'SE', since: null, until: null, basis: 'general-knowledge' }],
    };
    const record = { article: '1', procedures: [], basis: 'text-read' };
    const faults = faultsOf(
      fileOf(
        anInstrument({
          application,
          thresholds: [{ ...record, kind: 'offence', minimum: null, laws: null }],
          grounds: [{ ...record, code: 'nationality', force: 'optional' }],
          documents: [{ ...record, item: 'identity', need: 'required' }],
        }),
      ),
    );
    expect(faults.map(({ record, field }) => [record, field])).toEqual([
      ['instrument', 'application.parties.0.source'],
      ['threshold offence', 'source'],
      ['ground nationality', 'source'],
      ['document identity', 'source'],
    ]);
  });

  it.each([[null], ['text'], [[]], [{}]])('a file that is no instrument: %j', (data) => {
    expect(faultsOf({ file: 'test.json', data })[0]).toMatchObject({
      file: 'test.json',
      record: 'instrument',
    });
  });
});

it('all faults of all files are told at once, one a line', () => {
  const files = [
    fileOf(anInstrument({ rules: [aRule({ source: '', unit: 'fortnight' })] })),
    fileOf(anInstrument({ id: 'OTHER', names: { en: 'Other' }, rules: [] }), 'other.json'),
    fileOf(anInstrument({ id: 'THIRD', rules: [aRule({ group: 'ALONE' })] }), 'third.json'),
  ];
  expect(faultsOf(...files).map(({ file, field }) => `${file} ${field}`)).toEqual([
    'test.json unit',
    'test.json source',
    'other.json names.ar',
    'other.json names.ckb',
    'third.json group',
  ]);
  expect(() => loadCatalogue(files)).toThrow('\n  test.json: rule TEST-10: source: missing\n');
});

import type { CatalogueFile } from '../../../../domain/law/catalogue/read-instrument';

/** A rule without faults as a file gives it, with what a test changes; `undefined` leaves a field out. */
export function aRule(changes: object = {}): object {
  return {
    id: 'TEST-10',
    version: 1,
    article: '1',
    standing: 'law',
    trigger: 'consent',
    startedBy: [],
    amount: 10,
    unit: 'day',
    includeFirstDay: false,
    class: 'C',
    roll: 'none',
    calendar: null,
    zone: 'custody',
    stage: 'must',
    group: null,
    extension: null,
    resets: false,
    quarterOfMaximumPenalty: false,
    effect: 'decision-overdue',
    holder: 'none',
    warnBefore: [{ code: '2-days-left', before: 'P2D' }],
    source: 'Test Act, s. 1',
    basis: 'general-knowledge',
    ...changes,
  };
}

/** An instrument without faults as a file gives it, with what a test changes. */
export function anInstrument(changes: object = {}): object {
  return {
    id: 'TEST',
    names: { en: 'Test Act', ar: 'قانون', ckb: 'یاسا' },
    application: treatyBetween({ IQ: null, SE: null }),
    notes: [],
    defaults: {
      verified: false,
      verifiedBy: null,
      verifiedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
    },
    thresholds: [],
    grounds: [],
    documents: [],
    rules: [aRule()],
    openQuestions: [],
    ...changes,
  };
}

/** A treaty by since when it binds whom. */
export function treatyBetween(since: Readonly<Record<string, string | null>>): object {
  const parties = Object.entries(since).map(([state, date]) => ({
    state,
    since: date,
    until: null,
    source: 'treaty office',
    basis: 'general-knowledge',
  }));
  return { kind: 'treaty', onlyFor: null, allParties: true, parties };
}

export function fileOf(data: object, file = 'test.json'): CatalogueFile {
  return { file, data };
}

/** An item of a past as a row states it, without proof. */
export type PositionItem =
  | { readonly kind: 'fact'; readonly fact: PositionFact }
  | {
      readonly kind: 'sign-off';
      readonly step: string;
      readonly outcome: string;
      readonly decidedAt: string;
    }
  | { readonly kind: 'request'; readonly request: PositionRequest }
  | { readonly kind: 'answer'; readonly item: string; readonly occurredAt: string };

interface PositionFact {
  readonly step: string;
  readonly outcome: string;
  readonly occurredAt: string;
  readonly zone: string;
  readonly limitDate?: string;
  readonly conditions?: readonly string[];
}

interface PositionRequest {
  readonly items: readonly string[];
  readonly answerBy: string;
  readonly occurredAt: string;
  readonly zone: string;
}

/** A place of a procedure at which a running case may be found. */
export interface Position {
  readonly urgency: 'ordinary' | 'provisional-arrest-requested';
  readonly past: readonly PositionItem[];
  readonly openSteps: readonly string[];
}

const hourMs = 3_600_000;
const zone = 'Europe/Stockholm';

const held = ['consular-access#1', 'release-abroad#1'];
const mayBeArrested = ['provisional-arrest#1'];
const arrivedWith = ['counsel#1', 'family-informed#1', 'interpreter#1', 'property#1', 'reasons-told#1'];

/** What is open while the requested State has the request before it. */
function underWay(more: readonly string[], round = 'supplementary-information#1'): string[] {
  return ['consent#1', 'opinion#1', 'status-query#1', round, ...more].sort();
}

/** Positions of the outgoing extradition, by name, as of an instant. */
export function importPositions(now: Date): Readonly<Record<string, Position>> {
  const before = (days: number, hours = 0) =>
    new Date(now.getTime() - (days * 24 + hours) * hourMs).toISOString();
  const fact = (step: string, outcome: string, occurredAt: string, more = {}): PositionItem => ({
    kind: 'fact',
    fact: { step, outcome, occurredAt, zone, ...more },
  });
  const signOff = (step: string, decidedAt: string, outcome = 'approved'): PositionItem => ({
    kind: 'sign-off',
    step,
    outcome,
    decidedAt,
  });
  const asked = (occurredAt: string, answerBy: string): PositionItem => ({
    kind: 'request',
    request: { items: ['photograph'], occurredAt, answerBy: answerBy.slice(0, 10), zone },
  });
  const arrest = (days: number) => [
    signOff('urgent-approval', before(days + 5)),
    fact('provisional-arrest-request', 'sent', before(days + 4)),
    fact('provisional-arrest', 'arrested', before(days)),
  ];
  const signed = (days: number) => [
    signOff('legal-review', before(days + 4)),
    signOff('assurances', before(days + 3)),
    signOff('judicial-council', before(days + 2)),
    signOff('foreign-ministry', before(days + 1)),
    fact('transmission', 'transmitted', before(days)),
  ];
  const received = (days: number) => [...signed(days), fact('receipt', 'received', before(days - 1))];
  const granted = (days: number) => [
    ...received(days),
    fact('opinion', 'no-obstacle', before(days - 2)),
    fact('judgment', 'no-obstacle', before(days - 3)),
    fact('decision', 'granted', before(days - 4)),
    fact('notice-of-decision', 'notified', before(days - 5)),
  ];
  const ready = (days: number) => [...granted(days), fact('escort-order', 'ordered', before(days - 6))];
  const surrendered = (hours: number) => [
    ...arrest(60),
    ...ready(30),
    fact('surrender', 'surrendered', before(1, hours)),
    fact('arrival', 'arrived', before(0, hours)),
  ];
  const urgent = 'provisional-arrest-requested' as const;
  return {
    'at its beginning': { urgency: 'ordinary', past: [], openSteps: ['legal-review#1'] },
    'in the middle of the approvals': {
      urgency: 'ordinary',
      past: [signOff('legal-review', before(9)), signOff('assurances', before(6))],
      openSteps: ['judicial-council#1'],
    },
    'in provisional custody, with warnings that are past': {
      urgency: urgent,
      past: arrest(35),
      openSteps: ['consular-access#1', 'legal-review#1', 'release-abroad#1'],
    },
    'in provisional custody, its limit passed': {
      urgency: urgent,
      past: arrest(50),
      openSteps: ['consular-access#1', 'legal-review#1', 'release-abroad#1', 'release-expected#1'],
    },
    'in provisional custody, its limit passed and dealt with': {
      urgency: urgent,
      past: [...arrest(50), signOff('release-expected', before(5), 'measure-extended')],
      openSteps: ['consular-access#1', 'legal-review#1', 'release-abroad#1'],
    },
    'in provisional custody, the passed limit left as it is': {
      urgency: urgent,
      past: [...arrest(50), signOff('release-expected', before(5), 'still-held')],
      openSteps: ['consular-access#1', 'legal-review#1', 'release-abroad#1'],
    },
    'received in time': {
      urgency: urgent,
      past: [...arrest(50), ...received(20)],
      openSteps: underWay([...held]),
    },
    'received too late': {
      urgency: urgent,
      past: [...arrest(50), ...received(5)],
      openSteps: underWay([...held, 'release-expected#1']),
    },
    'arrested after the file was received': {
      urgency: urgent,
      past: [
        signOff('urgent-approval', before(30)),
        ...received(20),
        fact('provisional-arrest-request', 'sent', before(18)),
        fact('provisional-arrest', 'arrested', before(10)),
      ],
      openSteps: underWay([...held]),
    },
    'asked for documents': {
      urgency: 'ordinary',
      past: [...received(20), asked(before(10), before(-10))],
      openSteps: underWay([...mayBeArrested, 'answer-date-extended#1']),
    },
    'asked for documents until a day that has passed': {
      urgency: 'ordinary',
      past: [...received(20), asked(before(10), before(3))],
      openSteps: underWay([...mayBeArrested, 'answer-date-extended#1']),
    },
    'answered later than asked': {
      urgency: 'ordinary',
      past: [
        ...received(20),
        asked(before(10), before(5)),
        { kind: 'answer', item: 'photograph', occurredAt: before(2) },
      ],
      openSteps: underWay(mayBeArrested, 'supplementary-information#2'),
    },
    'to be taken over abroad': {
      urgency: 'ordinary',
      past: ready(20),
      openSteps: [...mayBeArrested, 'surrender#1', 'surrender-date#1'],
    },
    'to be taken over abroad, the limit passed': {
      urgency: 'ordinary',
      past: ready(50),
      openSteps: ['pick-up-limit-passed#1', ...mayBeArrested, 'surrender#1', 'surrender-date#1'],
    },
    'not taken over': {
      urgency: 'ordinary',
      past: [...ready(50), fact('surrender', 'not-taken-over', before(20))],
      openSteps: ['not-taken-over-follow-up#1', 'pick-up-limit-passed#1', ...mayBeArrested],
    },
    'after the surrender, before the judge': {
      urgency: urgent,
      past: surrendered(2),
      openSteps: ['before-judge#1', ...arrivedWith],
    },
    'after the surrender, not before the judge in time': {
      urgency: urgent,
      past: surrendered(30),
      openSteps: ['before-judge#1', 'mandatory-presentation#1', ...arrivedWith].sort(),
    },
    'watching over speciality': {
      urgency: urgent,
      past: [...surrendered(2), fact('before-judge', 'presented', before(0, 1))],
      openSteps: [
        ...['death#1', 'deduction#1', 'final-discharge#1', 'further-consent-request#1'],
        ...['speciality-watch#1', ...arrivedWith],
      ].sort(),
    },
    'refused abroad': {
      urgency: 'ordinary',
      past: [
        ...received(20),
        fact('opinion', 'manifestly-unfounded', before(10)),
        fact('decision', 'refused', before(5), { conditions: ['nationality'] }),
      ],
      openSteps: ['refusal-follow-up#1'],
    },
    'given up, the arrest to be taken back': {
      urgency: urgent,
      past: [...arrest(20), signOff('legal-review', before(3), 'refused')],
      openSteps: ['arrest-request-withdrawal#1', ...held],
    },
  };
}

import type { Ends, InformationEvent } from '../demo/information-case';

export type InformationBranch =
  | 'answered'
  | 'extended'
  | 'refused'
  | 'overdue'
  | 'withdrawn'
  | 'abroad'
  | 'from-abroad';

/** What happens in each branch. The dates are of a calendar of its own: the first day is today when it is played. */
export const informationBranches: Readonly<Record<InformationBranch, readonly InformationEvent[]>> = {
  answered: [...asked(), ...inParts(), received(8)],
  extended: [
    ...asked(),
    first(),
    {
      at: on(5),
      step: 'extension-request',
      outcome: 'asked',
      limitDate: '2026-05-15',
      text: 'Invented: the hospitals have to be asked first',
    },
    { at: on(6), step: 'extension-decision', outcome: 'granted' },
    ...restAnswered(30),
    received(31),
  ],
  refused: [
    ...asked(),
    {
      at: on(4),
      step: 'request-refusal',
      outcome: 'refused',
      codes: ['ongoing-investigation'],
      text: 'Invented: an investigation goes on',
    },
    received(5),
  ],
  overdue: [
    ...asked(),
    first(),
    {
      at: on(21),
      step: 'answer-overdue',
      outcome: 'still-missing',
      text: 'Invented: the archive was closed',
    },
    ...restAnswered(24),
    received(25),
  ],
  withdrawn: [
    ...asked(),
    first(),
    { at: on(4), step: 'question-withdrawal', number: 2, text: 'Invented: known meanwhile' },
    { at: on(5), step: 'request-withdrawal', text: 'Invented: not needed any more' },
    received(6),
  ],
  abroad: [
    { at: on(0), step: 'transmission-abroad', outcome: 'sent' },
    { at: on(2), step: 'receipt-abroad', outcome: 'received' },
    { at: on(5), step: 'answer-abroad', number: 2, outcome: 'answered' },
    { at: on(8), step: 'extension-recorded', outcome: 'granted', limitDate: '2026-05-15' },
    { at: on(12), step: 'answer-abroad', number: 1, outcome: 'refused', codes: ['essential-interests'] },
    { at: on(20), step: 'answer-abroad', number: 3, outcome: 'answered' },
  ],
  'from-abroad': [
    { at: on(0), step: 'request-received', outcome: 'received' },
    { at: on(2), step: 'question', number: 1, text: 'Invented answer' },
    { at: on(2, 13), step: 'question', number: 2, text: 'Invented sensitive answer' },
    { at: on(3), step: 'answer-release', number: 2, outcome: 'approved' },
    { at: on(4), step: 'answer-dispatch', number: 1, outcome: 'sent' },
    { at: on(4), step: 'answer-dispatch', number: 2, outcome: 'sent' },
    { at: on(5), step: 'withdrawal-recorded', number: 3, outcome: 'withdrawn' },
  ],
};

/** Between whom a branch is played; the two sides ask each other where it is not said. */
export const endsOf: Readonly<Partial<Record<InformationBranch, Ends & Readonly<Record<string, string>>>>> = {
  abroad: {
    from: 'FED',
    to: 'abroad',
    requestedState: 'SE',
    authority: 'Invented: an authority in Stockholm',
  },
  'from-abroad': {
    from: 'abroad',
    to: 'FED',
    requestingState: 'SE',
    authority: 'Invented: an authority in Stockholm',
  },
};

/** So many days after the first, in Baghdad. */
function on(days: number, hour = 10): string {
  const day = new Date(Date.UTC(2026, 3, 5 + days)).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, '0')}:00:00+03:00`;
}

function asked(): InformationEvent[] {
  return [
    { at: on(0), step: 'transmission' },
    { at: on(0, 12), step: 'receipt' },
  ];
}

function first(): InformationEvent {
  return { at: on(2), step: 'question', number: 1, text: 'Invented: none' };
}

/** Parts are answered at different times; the sensitive one is released by another officer. */
function inParts(): InformationEvent[] {
  return [first(), ...restAnswered(6)];
}

function restAnswered(day: number): InformationEvent[] {
  return [
    { at: on(day), step: 'question', number: 3, text: 'Invented: the statement', document: true },
    { at: on(day, 11), step: 'question', number: 2, text: 'Invented: two' },
    { at: on(day, 14), step: 'answer-release', number: 2, outcome: 'approved' },
  ];
}

/** Everything that was given is acknowledged. */
function received(day: number): InformationEvent {
  return { at: on(day), step: 'message-receipt' };
}

/** The sample officers of a side, by what they do in a transfer. */
export interface Office {
  readonly agency: string;
  readonly side: 'FED' | 'KRG';
  readonly liaison: string;
  readonly reviewer: string;
  readonly approver: string;
  readonly manager: string;
}

export const baghdad: Office = {
  agency: 'AHTD-BAGHDAD',
  side: 'FED',
  liaison: 'liaison.baghdad',
  reviewer: 'approver.legal',
  approver: 'approver.directorate',
  manager: 'manager.baghdad',
};

export const erbil: Office = {
  agency: 'AHTD-ERBIL',
  side: 'KRG',
  liaison: 'liaison.erbil',
  reviewer: 'approver.erbil',
  approver: 'approver.erbil',
  manager: 'manager.erbil',
};

let opened = 0;

/** Names that nobody takes for each other's. */
const families = [
  'Zubaidi',
  'Hawrami',
  'Qushtepe',
  'Dosk',
  'Malik',
  'Bradost',
  'Faiz',
  'Ghanim',
  'Tikriti',
  'Xoshnaw',
];

/** The body that opens a transfer which one side asks for; each has a warrant of its own. `changes` replace members. */
export function transferOpening(requesting: Office, changes: object = {}): Record<string, unknown> {
  opened += 1;
  return {
    procedure: 'suspect-transfer',
    request: {
      from: requesting.side === 'FED' ? 'KRG' : 'FED',
      to: requesting.side,
      person: {
        names: [{ script: 'Latn', family: families[opened % 10], given: families[(opened * 3 + 4) % 10] }],
        birth: { date: `${1950 + ((opened * 7) % 50)}-01-01`, place: 'Baghdad' },
        nationalities: ['IQ'],
      },
      warrant: {
        court: 'Karkh Investigation Court',
        number: `SAMPLE-K-${opened}`,
        date: '2026-02-15',
        article: 'Law 28/2012 art. 6',
      },
      ...changes,
    },
  };
}

/** A protocol as one side signs it. */
export function protocolOf(office: Office, changes: object = {}): Record<string, unknown> {
  return {
    place: 'Checkpoint, invented',
    officers: [{ name: `escort of ${office.agency}` }],
    documents: ['warrant', 'identity card'],
    belongings: ['watch', 'purse'],
    health: 'well',
    ...changes,
  };
}

import type { Reply, RequestSample } from '../demo/samples';
import { before, from } from './sample-events';

/** The request of the sample as the Kurdistan Region makes it: approved in Erbil and sent to Baghdad first. */
export function regionalRequest(request: RequestSample): RequestSample {
  return { ...request, originSide: 'KRG', originUnit: 'Directorate of Combating Human Trafficking, Erbil' };
}

export function regional(sample: readonly Reply[]): Reply[] {
  return [
    { at: '2026-02-18T10:00:00+03:00', event: 'regional-approval' },
    { at: '2026-02-18T12:00:00+03:00', event: 'regional-transmission' },
    { at: '2026-02-19T09:00:00+03:00', event: 'regional-receipt' },
    ...sample,
  ];
}

/** The same request to a party of the Riyadh Agreement: no translation, and other limits. */
export function jordanianRequest({ documents, ...request }: RequestSample): RequestSample {
  return {
    ...request,
    requestedState: 'JO',
    legalBasis: [{ instrument: 'RIYADH-1983', article: '42' }],
    documents: documents.filter(({ item }) => item !== 'translation-sv'),
  };
}

const amman = 'Asia/Amman';

/** The file is not there by the thirtieth day, a request to continue detention is (art. 44); the court decides alone. */
export function jordan(sample: readonly Reply[]): Reply[] {
  const arrest = {
    at: '2026-03-03T22:30:00+03:00',
    event: 'provisional-arrest',
    place: 'Amman',
    zone: amman,
  };
  return [
    ...before(sample, 'provisional-arrest'),
    arrest,
    { at: '2026-03-30T10:00:00+03:00', event: 'continued-detention' },
    { at: '2026-04-12T10:00:00+03:00', event: 'transmitted' },
    { at: '2026-04-15T10:00:00+03:00', event: 'received', by: 'Ministry of Justice, Amman', zone: amman },
    { at: '2026-05-12T10:00:00+03:00', event: 'judgment', outcome: 'no-obstacle', by: 'Court', zone: amman },
    ...from(sample, 'decision').map(({ daysInCustody: _none, ...reply }) => reply),
  ];
}

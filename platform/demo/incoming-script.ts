import type { IncomingEvent } from './incoming-case';
import { hoursAfter } from './transfer-script';

const court = 'Karkh Investigation Court';
const criminalCourt = 'Karkh Criminal Court';

/** What the sample does not say, after its request: all of it is recorded late. `at`: when the request was received. */
export function nationalityGate(at: string): IncomingEvent[] {
  const after = (hours: number) => hoursAfter(at, hours);
  return [
    { at, step: 'receipt', outcome: 'received', details: { by: 'Foreign Ministry, registry (invented)' } },
    {
      at: after(1),
      step: 'mandatory-presentation',
      outcome: 'still-held',
      reason: 'Invented: the hours were over when the request came; the papers are on their way to the judge',
    },
    ...told(after(1)),
    {
      at: after(2),
      step: 'immediate-release',
      outcome: 'held-on-other-grounds',
      details: { place: 'Basra', note: 'Invented: on an order of the Basra Investigation Court' },
    },
    {
      at: after(3),
      step: 'prosecution-proposal',
      outcome: 'prosecution-here-proposed',
    },
    { at: after(48), step: 'consultation', outcome: 'held', details: { note: 'Invented: by note verbale' } },
    {
      at: after(72),
      step: 'nationality-notice',
      outcome: 'told',
      details: { note: 'Invented: no Iraqi is surrendered (Constitution art. 21(1), CPC art. 358(4))' },
    },
  ];
}

/** From the receipt to the decision of the court. `at`: when the file was received. */
export function beforeTheCourt(at: string, decision: 'accepted' | 'refused'): IncomingEvent[] {
  const after = (hours: number) => hoursAfter(at, hours);
  const refused = decision === 'refused' ? { conditions: ['territoriality'] } : {};
  return [
    { at, step: 'receipt', outcome: 'received', details: { by: 'Foreign Ministry, registry (invented)' } },
    { at: after(20), step: 'legal-review', outcome: 'approved' },
    { at: after(24), step: 'court-referral', outcome: 'referred', details: { court: criminalCourt } },
    { at: after(240), step: 'hearing', outcome: 'heard', details: { court: criminalCourt } },
    {
      at: after(264),
      step: 'court-decision',
      outcome: decision,
      details: { court: criminalCourt, orderNumber: 'SAMPLE-COURT-1' },
      ...refused,
    },
  ];
}

/** Council and Ministry sign, and the other State hears that the person is ready. `at`: the decision of the court. */
export function granted(at: string): IncomingEvent[] {
  const after = (hours: number) => hoursAfter(at, hours);
  return [
    { at: after(24), step: 'judicial-council', outcome: 'approved' },
    { at: after(48), step: 'foreign-ministry', outcome: 'approved' },
    {
      at: after(50),
      step: 'readiness-notice',
      outcome: 'notified',
      conditions: ['speciality'],
      details: { place: 'Baghdad International Airport' },
    },
    { at: after(51), step: 'property', outcome: 'listed', details: { items: ['one telephone'] } },
  ];
}

/** A judge's warrant, the arrest, and what is owed to the person. `at`: the arrest. */
export function arrested(at: string): IncomingEvent[] {
  const after = (hours: number) => hoursAfter(at, hours);
  return [
    {
      at: after(-20),
      step: 'domestic-warrant',
      outcome: 'issued',
      details: { court, orderNumber: 'SAMPLE-WARRANT-1' },
    },
    { at, step: 'arrest', outcome: 'arrested', details: { place: 'Baghdad' } },
    ...told(after(1)),
    { at: after(10), step: 'register-entry', outcome: 'entered', details: { number: 'SAMPLE-REG-1' } },
    { at: after(14), step: 'papers-to-judge', outcome: 'detained', details: { court } },
    detained(after(15), 1),
  ];
}

/** An order of detention: for 15 days at most. */
export function detained(at: string, number: number): IncomingEvent {
  const details = { court, orderNumber: `SAMPLE-DETENTION-${number}` };
  return { at, step: 'detention-order', outcome: 'ordered', details };
}

/** Nobody is surrendered any more: set free within the hour. */
export function freed(at: string): IncomingEvent {
  return {
    at: hoursAfter(at, 1),
    step: 'immediate-release',
    outcome: 'released',
    details: { place: 'Baghdad' },
  };
}

/** The other State is heard and told why. `at`: the refusal. */
export function refusalTold(at: string, ground: string): IncomingEvent[] {
  return [
    { at: hoursAfter(at, 48), step: 'consultation', outcome: 'held' },
    { at: hoursAfter(at, 72), step: 'refusal-notice', outcome: 'told', conditions: [ground] },
  ];
}

/** The escort takes the person over; the days of his custody are told. */
export function surrendered(at: string, daysInCustody: number): IncomingEvent[] {
  const names = [{ name: 'Sample officer', rank: 'captain' }];
  const protocol = {
    place: 'Baghdad International Airport',
    officers: names,
    escort: names,
    documents: ['decision of the court', 'order of detention'],
    belongings: ['one telephone'],
    health: 'fit to travel; no injuries',
  };
  return [
    { at, step: 'surrender', outcome: 'surrendered', details: protocol },
    {
      at: hoursAfter(at, 5),
      step: 'surrender-report',
      outcome: 'told',
      conditions: ['speciality'],
      details: { daysInCustody },
    },
  ];
}

function told(at: string): IncomingEvent[] {
  return [
    { at, step: 'reasons-told', outcome: 'told', details: { language: 'ar' } },
    { at, step: 'counsel', outcome: 'appointed', details: { name: 'Sample counsel' } },
    { at, step: 'interpreter', outcome: 'not-needed' },
    { at, step: 'family-informed', outcome: 'informed' },
    {
      at,
      step: 'consular-notice',
      outcome: 'notified',
      details: { mission: 'Embassy of Sweden (invented)' },
    },
  ];
}

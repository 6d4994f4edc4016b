import type { Side } from '../../domain/case/parties';
import type { Direction, TransferEvent } from './transfer-case';

/** A handover protocol as both sides sign it, but for the officers, whom each names for itself. */
const protocol = {
  place: 'Checkpoint on the road between Erbil and Kirkuk (invented)',
  documents: ['arrest warrant', 'order of the local judge', 'detention order', 'medical certificate'],
  belongings: ['one telephone', 'one wrist watch'],
  health: 'fit to travel; no injuries',
} as const;

/** The instant some hours later, with Iraq's offset. */
export function hoursAfter(at: string, hours: number): string {
  const iraqMs = 3 * 3_600_000;
  const instant = new Date(Date.parse(at) + hours * 3_600_000 + iraqMs);
  return `${instant.toISOString().slice(0, 19)}+03:00`;
}

/** The approvals of the side that asks, the request on its way, and its receipt. `from`: the first hour of it. */
export function requestSent({ to }: Direction, from: string): TransferEvent[] {
  return [
    ...approvals(to, from, ['request-legal-review', 'request-approval', 'request-regional-approval']),
    { at: hoursAfter(from, 4), step: 'transmission' },
    { at: hoursAfter(from, 5), step: 'receipt', outcome: 'received' },
  ];
}

/** What the side that is asked looks for, orders and approves. */
export function requestTaken({ from: side }: Direction, from: string): TransferEvent[] {
  return [
    { at: from, step: 'cross-check-there' },
    {
      at: hoursAfter(from, 3),
      step: 'endorsement',
      outcome: 'endorsed',
      details: { court: courtOf(side), orderNumber: 'SAMPLE-ORDER-1' },
    },
    ...approvals(side, hoursAfter(from, 4), [
      'transfer-legal-review',
      'transfer-approval',
      'transfer-regional-approval',
    ]),
  ];
}

type Approvals = readonly [
  legal: TransferEvent['step'],
  directorate: TransferEvent['step'],
  regional: TransferEvent['step'],
];

/** The federal side signs at two levels, the Region at one. */
function approvals(side: Side, from: string, [legal, directorate, regional]: Approvals): TransferEvent[] {
  const approved = (at: string, step: TransferEvent['step']) => ({ at, step, outcome: 'approved' });
  return side === 'KRG'
    ? [approved(from, regional)]
    : [approved(from, legal), approved(hoursAfter(from, 2), directorate)];
}

/** From the arrest to the entry in the register, with what the person has a right to: his consul if he has one. */
export function arrested(
  { from: side }: Direction,
  at: string,
  { place = placeOf(side), isForeign = true }: { place?: string | undefined; isForeign?: boolean } = {},
): TransferEvent[] {
  const after = (hours: number) => hoursAfter(at, hours);
  const consul: TransferEvent = { at: after(2), step: 'consular-notice', outcome: 'notified' };
  return [
    { at, step: 'arrest', outcome: 'arrested', details: { place } },
    { at: after(0.25), step: 'reasons-told', outcome: 'told', details: { language: 'ckb' } },
    { at: after(0.5), step: 'interpreter', outcome: 'not-needed' },
    { at: after(1), step: 'family-informed', outcome: 'informed' },
    ...(isForeign ? [consul] : []),
    { at: after(10), step: 'register-entry', outcome: 'entered', details: { number: 'SAMPLE-REG-1' } },
    { at: after(11), step: 'counsel', outcome: 'appointed', details: { name: 'Sample counsel' } },
  ];
}

/** The judge of the place of arrest decides on the detention. `at`: the arrest. */
export function detained({ from: side }: Direction, at: string): TransferEvent[] {
  const court = courtOf(side);
  return [
    { at: hoursAfter(at, 14), step: 'papers-to-judge', outcome: 'detained', details: { court } },
    {
      at: hoursAfter(at, 15),
      step: 'detention-order',
      outcome: 'ordered',
      details: { court, orderNumber: 'SAMPLE-DETENTION-1' },
    },
  ];
}

/** Everything that is needed for the journey. `at`: the hour of the handover. */
export function madeReady(at: string): TransferEvent[] {
  const officers = [{ name: 'Sample escort officer', rank: 'captain' }];
  return [
    {
      at: hoursAfter(at, -5),
      step: 'belongings',
      outcome: 'listed',
      details: { items: protocol.belongings, signedByPerson: true, officers },
    },
    {
      at: hoursAfter(at, -4.5),
      step: 'escort-order',
      outcome: 'ordered',
      details: { vehicle: 'sample vehicle', route: 'Erbil to Kirkuk to Baghdad', officers },
    },
    { at: hoursAfter(at, -4), step: 'medical-check', outcome: 'fit', details: { doctor: 'Sample doctor' } },
  ];
}

/** Both sides sign the same hour and the same lists; `taken` is what the side that takes over lists otherwise. */
export function signed(
  at: string,
  [given, taken]: readonly [TransferEvent['step'], TransferEvent['step']] = [
    'handover-given',
    'handover-taken',
  ],
  otherwise: object = {},
): TransferEvent[] {
  const officers = (side: string) => ({
    officers: [{ name: `Sample officer who ${side}`, rank: 'captain' }],
  });
  return [
    { at, step: given, outcome: 'handed-over', details: { ...protocol, ...officers('hands over') } },
    {
      at,
      step: taken,
      outcome: 'taken-over',
      details: { ...protocol, ...officers('takes over'), ...otherwise },
    },
  ];
}

/** The court that issued the warrant, and its receipt back to the other side. `at`: the hour of the handover. */
export function presented(at: string, court: string): TransferEvent[] {
  return [
    { at: hoursAfter(at, 5), step: 'presentation', outcome: 'presented', details: { court } },
    { at: hoursAfter(at, 6), step: 'court-receipt' },
    { at: hoursAfter(at, 7), step: 'court-receipt-received', outcome: 'received' },
  ];
}

/** The court at the place of arrest. */
export function courtOf(side: Side): string {
  return side === 'KRG' ? 'Erbil Investigation Court' : 'Karkh Investigation Court';
}

export function placeOf(side: Side): string {
  return side === 'KRG' ? 'Erbil' : 'Baghdad';
}

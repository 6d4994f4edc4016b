import type { Standing } from '../../domain/committee/committee';
import { standings } from '../../domain/committee/committee';
import type { Officer } from '../../prisma/generated/client';
import type { InputFault } from '../errors';
import type { CommitteeInput } from './committee-schemas';

/** An officer who is to hold a seat, and where the input says so. */
export interface Placed {
  readonly account: string;
  readonly seatCode: string;
  readonly standing: Standing;
  readonly pointer: string;
}

/** Who is to hold which seat. */
export function placesOf({ seats }: CommitteeInput): Placed[] {
  return seats.flatMap((seat, index) =>
    standings.flatMap((standing) => {
      const account = seat[standing];
      const pointer = `/seats/${index}/${standing}`;
      return account === null ? [] : [{ account, seatCode: seat.code, standing, pointer }];
    }),
  );
}

/**
 * What is wrong with a committee: a seat or an officer named twice, an officer who is none of its, no chair, a quorum
 * that can never be there.
 *
 * @param officers those of its who are active, by their account
 */
export function committeeFaults(
  input: CommitteeInput,
  officers: ReadonlyMap<string, Pick<Officer, 'id'>>,
): InputFault[] {
  const { seats, rules } = input;
  const active = seats.filter((seat) => seat.active);
  const places = placesOf(input);
  const chairs = seats.filter((seat) => seat.chair);
  return [
    ...repeated(seats.map(({ code }, index) => [code, `/seats/${index}/code`])).map(fault('seat-twice')),
    ...repeated(places.map(({ account, pointer }) => [account, pointer])).map(fault('officer-holds-seat')),
    ...places
      .filter(({ account }) => !officers.has(account))
      .map(({ pointer }) => fault('officer-unknown')(pointer)),
    ...(chairs.length === 1 && chairs[0]?.active ? [] : [fault('one-chair')('/seats')]),
    ...(rules.quorum > active.length ? [fault('quorum-too-large')('/rules/quorum')] : []),
  ];
}

function fault(code: string): (pointer: string) => InputFault {
  return (pointer) => ({ pointer, code });
}

/** Where a value stands that stood before. */
function repeated(entries: readonly (readonly [value: string, pointer: string])[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap(([value, pointer]) => {
    if (seen.has(value)) return [pointer];
    seen.add(value);
    return [];
  });
}

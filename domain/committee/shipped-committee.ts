import type { Committee } from './committee';

/** The bodies that are known by name. The report counts 23 representatives; five are of bodies that nobody names. */
const knownBodies = [
  'Interior Minister (chair)',
  'Council of State',
  "Women's department",
  'Foreign Affairs',
  'Transport',
  'Finance',
  'Justice',
  'Migration',
  'Labour',
  'Health',
  'Communications',
  'Supreme Judicial Council',
  'Anti-money-laundering office',
  'Baghdad governorate',
  'KRG Interior',
  'Intelligence',
  'Human Rights Commission',
  'National Security',
] as const;

const seatCount = 23;

/** Code of a seat by its number, from 1: 'S01'. */
export function seatCode(number: number): string {
  return `S${String(number).padStart(2, '0')}`;
}

/** Why the shipped values are what they are, as the history of the committee shows it. */
export const shippedReason =
  'Shipped with the product. House policy: no source states quorum, majority, tie or change of vote; 18 bodies are known by name';

/** The national committee against human trafficking as it is shipped, without anybody on its seats. */
export const shippedCommittee: Committee = {
  revision: 1,
  rules: {
    quorum: 12,
    majority: 'simple-of-votes-cast',
    tie: 'chair-decides',
    voteMayChange: true,
    recusalCountsForQuorum: false,
  },
  seats: Array.from({ length: seatCount }, (_, index) => ({
    code: seatCode(index + 1),
    body: knownBodies[index] ?? null,
    chair: index === 0,
    active: true,
  })),
};

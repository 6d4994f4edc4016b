import { mayBeMinorOn } from '../../age';
import type { Assessment } from '../assessment';
import { isInIraq } from './birth-in-iraq';
import { type IncomingRequest, incomingItems } from './request';

/** Items without which a file is whole all the same. */
const notAsked: readonly string[] = ['translation-ar'];

/**
 * Checks what came against what the law asks of it. Items: Iraq CPC 23/1971 art. 359 (no text was read), Riyadh 1983
 * art. 42. Person: 1951 Convention art. 33, CAT art. 3, CRC art. 3, OHCHR Principle 7. Nothing blocks the registration:
 * somebody may be held already. That the person is an Iraqi is no finding to be weighed: it is a bar of its own; that
 * nothing proves he is none is one (Iraq, Constitution art. 21(1): no Iraqi is surrendered because a list left it out).
 */
export function assessIncoming(request: IncomingRequest): Assessment {
  return { gaps: gapsOf(request), blocking: [], findings: findingsOf(request) };
}

function gapsOf({ documents, title, reference }: IncomingRequest): string[] {
  const otherTitle = title?.kind === 'judgment' ? 'arrest-warrant' : 'judgment';
  const provided = new Set<string>(documents.map(({ item }) => item));
  return [
    ...(title === null ? ['title'] : []),
    ...(reference === undefined ? ['reference'] : []),
    ...incomingItems.filter((item) => item !== otherTitle && !notAsked.includes(item) && !provided.has(item)),
  ];
}

function findingsOf({ person, offences, documents }: IncomingRequest): string[] {
  const findings: string[] = [];
  if (mayBeIraqi(person, documents)) findings.push('nationality-not-proved');
  if (person.asylumOrRefugee) findings.push('asylum-or-refugee');
  if (person.persecutionFeared) findings.push('persecution-feared');
  if (person.identifiedAsVictim) findings.push('identified-as-victim');
  const days = offences.flatMap(({ circumstances }) => circumstances?.from ?? []);
  if (days.some((day) => mayBeMinorOn(person.birth.date, day))) findings.push('minor');
  return findings;
}

/** Who is not said to be an Iraqi, and whose papers or place of birth leave it open. */
function mayBeIraqi(
  { nationalities, birth }: IncomingRequest['person'],
  documents: IncomingRequest['documents'],
): boolean {
  if (nationalities.includes('IQ')) return false;
  const isProved = documents.some(({ item }) => item === 'nationality-proof');
  return !isProved || birth.place === undefined || isInIraq(birth.place);
}

import { mayBeMinorOn } from '../../age';
import type { Assessment } from '../assessment';
import { type OutgoingRequest, requestItems } from './request';

/**
 * Checks a request against what the law asks of it.
 *
 * Items: ETS 24 art. 12, Sweden 1957:668 ss. 9 and 14, Iraq CPC 23/1971 art. 93. Person: Sweden 1957:668 s. 2 (its
 * own citizens), 1951 Convention art. 33, CRC art. 3, OHCHR Principle 7 (non-punishment of victims).
 */
export function assess(request: OutgoingRequest): Assessment {
  return { gaps: gapsOf(request), blocking: request.title ? [] : ['title'], findings: findingsOf(request) };
}

function gapsOf({ documents, title }: OutgoingRequest): string[] {
  const titleItem = title?.kind ?? 'arrest-warrant';
  const otherTitle = titleItem === 'judgment' ? 'arrest-warrant' : 'judgment';
  const provided = new Set(documents.map((document) => document.item));
  return requestItems.filter((item) => item !== otherTitle && !provided.has(item));
}

function findingsOf({ person, offences, requestedState }: OutgoingRequest): string[] {
  const findings: string[] = [];
  if (person.nationalities.includes(requestedState)) findings.push('national-of-requested-state');
  if (person.asylumOrRefugee) findings.push('asylum-or-refugee');
  if (person.identifiedAsVictim !== false) findings.push('identified-as-victim');
  if (offences.some((offence) => mayBeMinorOn(person.birth.date, offence.circumstances.from)))
    findings.push('minor');
  return findings;
}

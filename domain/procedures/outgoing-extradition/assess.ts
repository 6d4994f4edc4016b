import { mayBeMinorOn } from '../../age';
import type { Assessment } from '../assessment';
import { demandedItems, type LawOfPair, lawOfPair } from './demanded-items';
import type { OutgoingRequest } from './request';

/**
 * Checks a request against what the law between the two States asks of it, on an ISO date.
 *
 * Items: ETS 24 art. 12, Sweden 1957:668 ss. 9 and 14, Riyadh Agreement art. 42, Iraq CPC 23/1971 art. 93, and the
 * assurances that the penalty calls for. Person: Sweden 1957:668 s. 2 (its own citizens), 1951 Convention art. 33, CRC
 * art. 3, OHCHR Principle 7 (non-punishment of victims).
 */
export function assess(request: OutgoingRequest, on = today()): Assessment {
  const law = lawOfPair(request, on);
  return {
    gaps: gapsOf(request, law),
    blocking: request.title ? [] : ['title'],
    findings: findingsOf(request, law),
  };
}

function gapsOf(request: OutgoingRequest, law: LawOfPair): string[] {
  const provided = new Set(request.documents.map((document) => document.item));
  return demandedItems(request, law).filter((item) => !provided.has(item));
}

function findingsOf({ person, offences, requestedState }: OutgoingRequest, { isKnown }: LawOfPair): string[] {
  const findings: string[] = [];
  if (person.nationalities.includes(requestedState)) findings.push('national-of-requested-state');
  if (person.asylumOrRefugee) findings.push('asylum-or-refugee');
  if (person.identifiedAsVictim !== false) findings.push('identified-as-victim');
  if (offences.some((offence) => mayBeMinorOn(person.birth.date, offence.circumstances.from)))
    findings.push('minor');
  if (!isKnown) findings.push('no-instrument-known');
  return findings;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

import { mayBeMinorOn } from '../../age';
import type { Assessment } from '../assessment';
import { type TransferRequest, transferItems } from './request';

/**
 * Checks a request against what the law asks of it. Items: Iraq CPC 23/1971 art. 93, practice of the handover. Person:
 * CRC art. 3, Juvenile Welfare Law 76/1983, OHCHR Principle 7 (victims are not punished). Nationality is no bar within
 * one State.
 */
export function assessTransfer(request: TransferRequest): Assessment {
  return {
    gaps: gapsOf(request),
    blocking: request.warrant ? [] : ['warrant'],
    findings: findingsOf(request),
  };
}

function gapsOf({ documents, person }: TransferRequest): string[] {
  const provided = new Set<string>(documents.map((document) => document.item));
  const named = [
    ['marks', person.marks],
    ['residence', person.residence],
    ['trade', person.trade],
  ] as const;
  return [
    ...transferItems.filter((item) => !provided.has(item)),
    ...named.flatMap(([item, value]) => (value === undefined ? [item] : [])),
  ];
}

function findingsOf({ person, warrant }: TransferRequest): string[] {
  const findings: string[] = [];
  if (person.identifiedAsVictim !== false) findings.push('identified-as-victim');
  const act = warrant && (warrant.actOn ?? warrant.date);
  if (act && mayBeMinorOn(person.birth.date, act)) findings.push('minor');
  return findings;
}

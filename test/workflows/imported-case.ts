import type { ImportCase } from '../../domain/case/commands';
import type { NoteRef } from '../../domain/case/events';
import type { PastItem } from '../../domain/case/past';
import { type Rehearsal, rehearse } from '../../services/import/rehearse';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { shippedCompletion } from '../support/completion';
import type { Position, PositionItem } from '../support/import-positions';
import { contentSummary, document, InMemoryCase, officers } from './in-memory-case';

export const note: NoteRef = { id: 'note-1', hash: 'hash' };

/** A position's item as the command carries it, with proof wherever proof may be. */
export function pastItemOf(item: PositionItem): PastItem {
  const proof = [document];
  switch (item.kind) {
    case 'fact': {
      const { step, limitDate = null, ...fact } = item.fact;
      return { kind: 'fact', step, fact: { ...fact, codes: [], limitDate }, details: null, proof };
    }
    case 'sign-off':
      return { ...item, note, proof };
    case 'request':
      return { kind: 'request', step: 'supplementary-information', ...item.request, details: null, proof };
    case 'answer': {
      const { kind, item: name, occurredAt } = item;
      return { kind, step: 'supplementary-information', items: [{ item: name, document }], occurredAt };
    }
  }
}

/** What an import of a position would bring about, without doing it. @throws Refusal */
export function rehearsed(urgency: Position['urgency'], past: readonly PastItem[], now: string): Rehearsal {
  const { commandId: _none, expected: _unknown, ...command } = importOf(urgency, past);
  const { name: procedure } = outgoingExtraditionProcedure;
  return rehearse({ caseId: 'case-1', procedure, command }, shippedCompletion(now));
}

/** Imports a position as the workflow and the write step do. */
export function imported(urgency: Position['urgency'], past: readonly PastItem[], now: string): InMemoryCase {
  const { expected } = rehearsed(urgency, past, now);
  const item = new InMemoryCase(outgoingExtraditionProcedure, now);
  item.take({ ...importOf(urgency, past), expected });
  return item;
}

/** The command of an import that has not been rehearsed. */
export function importOf(urgency: Position['urgency'], past: readonly PastItem[]): ImportCase {
  return {
    type: 'importCase',
    commandId: '',
    officerId: officers.manager,
    agencyCode: 'AHTD-BAGHDAD',
    content: contentSummary({ urgency, editorId: officers.manager }),
    source: 'old-list',
    reference: note,
    past,
    expected: { law: { on: '2026-01-01', instruments: [], limits: [] }, terms: {} },
  };
}

import type { ImportCase } from '../../domain/case/commands';
import type { PastItem } from '../../domain/case/past';
import { rehearse } from '../../services/import/rehearse';
import { shippedCompletion } from '../support/completion';
import { contentSummary, document } from './in-memory-case';
import { IncomingCase } from './incoming-case';

const heldSince = '2026-04-06T03:45:00.000Z';
const now = '2026-05-01T08:00:00.000Z';

function happened(step: string, outcome: string, occurredAt: string): PastItem {
  const fact = { occurredAt, zone: 'Asia/Baghdad', outcome, codes: [], limitDate: null };
  return { kind: 'fact', step, fact, details: null, proof: [document] };
}

/** Imports what happened before, as the workflow and the write step do. */
function imported(...past: readonly PastItem[]): IncomingCase {
  const item = new IncomingCase(now);
  const states = { requestingState: 'JO', requestedState: 'IQ' };
  const told = { alreadyHeld: true, heldSince, foreignNational: true, nationalOfRequestedState: false };
  const command: Omit<ImportCase, 'commandId' | 'expected'> = {
    type: 'importCase',
    officerId: 'manager',
    agencyCode: 'AHTD-BAGHDAD',
    content: contentSummary({ ...states, ...told, urgency: 'ordinary', editorId: 'manager' }),
    source: 'old-list',
    reference: { id: 'note-1', hash: 'hash' },
    past,
  };
  const { name: procedure } = item.procedure;
  const { expected } = rehearse({ caseId: 'case-1', procedure, command }, shippedCompletion(now));
  item.take({ ...command, expected });
  return item;
}

describe('a request of a foreign State that ran before it was imported', () => {
  it('holds the person since the hour that the request tells, with the limits that followed', () => {
    const item = imported(
      happened('receipt', 'received', '2026-04-07T08:20:00.000Z'),
      happened('papers-to-judge', 'detained', '2026-04-07T02:00:00.000Z'),
    );
    expect(item.current.custody).toMatchObject({ 'arrest-1': { beganAt: heldSince, endedAt: null } });
    const status = (rule: string) => item.current.clocks[`${rule}:arrest#1`]?.status;
    expect(['CON19-24H', 'CON19-48H', 'RIY44-30'].map(status)).toEqual(['met', 'met', 'met']);
    expect(item.isOpen('legal-review')).toBe(true);
  });

  it('does not tell of the arrest a second time', () => {
    expect(() => imported(happened('arrest', 'arrested', heldSince))).toThrow('already-decided');
  });
});

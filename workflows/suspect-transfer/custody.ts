import type { Signatures } from '../blocks/handover';
import { custody as custodyInIraq } from '../custody/periods';
import { type Block, waiting } from '../engine/block';
import { journey } from './journey';
import { type Run, rightsIn } from './run';

/** Periods of custody at the requesting side after the handover, and at the requested side after a return. */
export const received = 'handover';
export const returned = 'return';

/** What the papers allow: that the journey is prepared, and that somebody is arrested who is not held yet. */
interface Allowed {
  /** 'once-signed': where one side has signed, the other must be able to, whatever has become of the papers. */
  readonly prepares: boolean | 'once-signed';
  /** By the number of the arrest. */
  readonly arrests: (visit: number) => boolean;
}

/** Custody at the requested side, until a handover with what was signed, or until nobody is held. */
export function custody(
  run: Run,
  { prepares, arrests }: Allowed,
): Block<Signatures | 'nobody-held' | 'died'> {
  return custodyInIraq<Signatures>(run, {
    party: 'requested',
    rights: rightsIn(run),
    arrests,
    onward(arrest, { order, isOver }) {
      const handover = run.nextVisit('handover-given');
      // A period that is over is gone through to its end: what was signed in it is no handover of a later one.
      const goesOn = isOver || (prepares === 'once-signed' ? isSigned(run, handover) : prepares);
      return {
        lead: () => (goesOn ? journey(run, arrest, order) : waiting()),
        takenOver: {
          step: 'handover-taken',
          since: handover,
          together: 'handover-given',
          outcomes: ['taken-over'],
        },
      };
    },
    leave: (period, signed) => moveCustody(run, period, signed),
  });
}

/** Whether one side has signed a handover, of those from visit `handover` on. */
function isSigned(run: Run, handover: number): boolean {
  return (['handover-given', 'handover-taken'] as const).some(
    (signature) => run.factOf(signature, handover) !== null,
  );
}

/**
 * From the hour in which the other side took him over it answers for the person, also while it is not settled what the
 * lists should have said. What is signed anew settles the lists, and moves nobody.
 */
function moveCustody(run: Run, name: string, signed: Signatures): void {
  run.endCustody(name, signed.taken, 'handed-over');
  run.beginCustody(received, 'ours', signed.taken, 'requesting');
}

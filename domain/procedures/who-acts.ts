import { type Authority, type Parties, type Party, partyOf } from '../case/parties';
import type { StepDeclaration } from './step';

type Actors = Pick<StepDeclaration, 'role' | 'roleInRegion'>;

/**
 * Who acts on a declared step: in a case between two sides an officer of the agency whose step it is. What belongs to
 * neither side is the owner's.
 */
export function whoActs(declared: Actors & Pick<StepDeclaration, 'party'>, parties?: Parties): Authority {
  const party = parties === undefined || declared.party === undefined ? null : parties[declared.party];
  return authorityOf(declared, party);
}

/** Who acts on a step that is open, for whichever agency it was opened. */
export function whoActsFor(
  declared: Actors,
  parties: Parties | undefined,
  agencyCode: string | undefined,
): Authority {
  const party = parties === undefined || agencyCode === undefined ? null : partyOf(parties, agencyCode);
  return authorityOf(declared, party);
}

function authorityOf({ role, roleInRegion }: Actors, party: Party | null): Authority {
  if (party === null) return { role, agencyCode: null };
  const isRegional = party.side === 'KRG' && roleInRegion !== undefined;
  return { role: isRegional ? roleInRegion : role, agencyCode: party.agencyCode };
}

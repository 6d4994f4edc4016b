import type { IncomingRequest } from '../../procedures/incoming-extradition/request';
import type { AdmissibilityFacts, OffenceFacts, OffenceInLaw, TitleFacts } from './facts';

type RequestOffence = IncomingRequest['offences'][number];

/** What an incoming request says of the questions of admissibility. What it leaves open is null: a person must judge. */
export function incomingFacts(request: IncomingRequest): AdmissibilityFacts {
  const { person, title, limitation } = request;
  return {
    procedure: 'incoming-extradition',
    requestingState: request.requestingState,
    requestedState: request.requestedState,
    nationalities: person.nationalities,
    birth: person.birth.date,
    title: title && titleFacts(title),
    offences: request.offences.map(offenceFacts),
    lapsesOn: { requestingLaw: limitation.lapsesOn, requestedLaw: limitation.requestedStateLapsesOn },
    assurances: request.assurances,
    asylumOrRefugee: person.asylumOrRefugee,
    identifiedAsVictim: person.identifiedAsVictim,
  };
}

function titleFacts(title: NonNullable<IncomingRequest['title']>): TitleFacts {
  const { kind, inAbsentia, sentenceImposed = null, sentenceRemaining = null } = title;
  return { kind, inAbsentia, sentenceImposed, sentenceRemaining };
}

function offenceFacts(offence: RequestOffence): OffenceFacts {
  return {
    from: offence.circumstances?.from ?? null,
    requestingLaw: inLaw(offence.requestingStateLaw),
    requestedLaw: inLaw(offence.requestedStateLaw),
    deathPenaltyPossible: offence.deathPenaltyPossible,
  };
}

function inLaw({ provision, maximumYears }: RequestOffence['requestedStateLaw']): OffenceInLaw {
  return { provision, maximum: maximumYears === null ? null : { amount: maximumYears, unit: 'year' } };
}

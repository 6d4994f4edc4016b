import type { OutgoingRequest } from '../../procedures/outgoing-extradition/request';
import type { AdmissibilityFacts, OffenceFacts, TitleFacts } from './facts';

type RequestOffence = OutgoingRequest['offences'][number];
type RequestTitle = OutgoingRequest['title'];

/** What an outgoing request says of the questions of admissibility. Nothing is read out of its free texts. */
export function outgoingFacts(request: OutgoingRequest): AdmissibilityFacts {
  const { person, title, limitation } = request;
  return {
    procedure: 'outgoing-extradition',
    requestingState: request.requestingState,
    requestedState: request.requestedState,
    nationalities: person.nationalities,
    birth: person.birth.date,
    title: titleFacts(title),
    offences: request.offences.map(offenceFacts),
    lapsesOn: { requestingLaw: limitation.lapsesOn, requestedLaw: limitation.requestedStateLapsesOn ?? null },
    assurances: request.assurances,
    asylumOrRefugee: person.asylumOrRefugee,
    identifiedAsVictim: person.identifiedAsVictim,
  };
}

function titleFacts(title: RequestTitle): TitleFacts {
  return {
    kind: title.kind,
    inAbsentia: title.inAbsentia,
    sentenceImposed: title.sentenceImposed ?? null,
    sentenceRemaining: title.sentenceRemaining ?? null,
  };
}

function offenceFacts({ code, circumstances, penalty, requestedStateLaw }: RequestOffence): OffenceFacts {
  const years = requestedStateLaw.maximumYears;
  return {
    from: circumstances.from,
    requestingLaw: { provision: code, maximum: penalty.maximumTerm ?? null },
    requestedLaw: {
      provision: requestedStateLaw.provision,
      maximum: years === null ? null : { amount: years, unit: 'year' },
    },
    deathPenaltyPossible: penalty.deathPenaltyPossible,
  };
}

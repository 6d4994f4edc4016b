import { z } from 'zod';
import { hashOf } from '../../hash';
import { line, prose } from '../../input';
import { court, custodyDetails, orderOfCourt, place } from '../custody/facts';
import type { FactInput } from '../definition';
import { factForms } from '../fact-forms';
import { suspectTransferSteps } from './steps';

const names = z.array(z.strictObject({ name: line, rank: line.optional() })).min(1);

/**
 * What a handover protocol holds (practice of the handover, step 12; CED art. 17(3)). The lists are what both sides
 * must have signed alike; each side names its own officers.
 */
export const protocolSchema = z.strictObject({
  place: line,
  officers: names,
  documents: z.array(line),
  belongings: z.array(line),
  health: prose,
});

export type Protocol = z.infer<typeof protocolSchema>;

/** SHA-256 of what both sides must have signed alike. The order of a list is no difference. */
export function hashOfProtocol(protocol: Protocol): string {
  const { place: where, documents, belongings, health } = protocol;
  return hashOf({ place: where, documents: documents.toSorted(), belongings: belongings.toSorted(), health });
}

/** The body with which each fact of the procedure is recorded. */
export const transferFactSchema = factForms(suspectTransferSteps, {
  zone: 'Asia/Baghdad',
  details: {
    ...custodyDetails,
    endorsement: orderOfCourt,
    'medical-check': z.strictObject({ doctor: line, injuries: prose.optional() }),
    belongings: z.strictObject({ items: z.array(line), signedByPerson: z.boolean(), officers: names }),
    'escort-order': z.strictObject({
      vehicle: line,
      route: prose,
      officers: names,
      femaleEscort: z.boolean().default(false),
    }),
    'handover-given': protocolSchema,
    'handover-taken': protocolSchema,
    presentation: court,
    'release-after-handover': place,
    'return-given': protocolSchema,
    'return-taken': protocolSchema,
    'release-after-return': place,
    'warrant-cancellation': court,
  },
}).meta({ id: 'SuspectTransferFact' });

/** SHA-256 of what an officer signs with a fact; undefined for one that is no signature. */
export function signedWith({ step, details }: Pick<FactInput, 'step' | 'details'>): string | undefined {
  switch (step) {
    case 'handover-given':
    case 'handover-taken':
    case 'return-given':
    case 'return-taken':
      return hashOfProtocol(protocolSchema.parse(details));
    default:
      return undefined;
  }
}

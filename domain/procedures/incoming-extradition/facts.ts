import { z } from 'zod';
import { line, prose } from '../../input';
import { refusalGrounds } from '../../law/catalogue/codes';
import { court, custodyDetails, orderOfCourt, place } from '../custody/facts';
import { factForms } from '../fact-forms';
import { incomingExtraditionSteps } from './steps';

const note = z.strictObject({ note: prose.optional() });

/** Conditions that may be set with a surrender (Iraq CPC 23/1971 art. 362(D)). */
const conditions = ['speciality', 'no-death-penalty', 'no-re-extradition', 'retrial', 'other'] as const;

/** What the officer signs for whom he hands over; the escort's receipt is the proof. */
const protocol = z.strictObject({
  place: line,
  officers: z.array(z.strictObject({ name: line, rank: line.optional() })).min(1),
  escort: z.array(z.strictObject({ name: line, rank: line.optional() })).min(1),
  documents: z.array(line),
  belongings: z.array(line),
  health: prose,
});

/** The body with which each fact of the procedure is recorded. */
export const incomingFactSchema = factForms(incomingExtraditionSteps, {
  zone: 'Asia/Baghdad',
  conditions: {
    'court-decision': refusalGrounds,
    'refusal-notice': refusalGrounds,
    'readiness-notice': conditions,
    'surrender-report': conditions,
  },
  details: {
    ...custodyDetails,
    receipt: z.strictObject({ by: line.optional(), registryNumber: line.optional() }),
    withdrawal: note,
    'domestic-warrant': orderOfCourt,
    'warrant-withdrawal': orderOfCourt,
    'detention-continuation': note,
    'immediate-release': place,
    'nationality-evidence': z.strictObject({ authority: line, note: prose.optional() }),
    'court-referral': court,
    hearing: court,
    'court-decision': orderOfCourt,
    postponement: orderOfCourt,
    'postponement-end': note,
    'readiness-notice': z.strictObject({ place: line, note: prose.optional() }),
    property: z.strictObject({ items: z.array(line) }),
    surrender: z.union([protocol, note]),
    'surrender-report': z.strictObject({ daysInCustody: z.int().min(0), note: prose.optional() }),
    consultation: note,
    'refusal-notice': note,
    'nationality-notice': note,
  },
})
  .refine(({ step, conditions: grounds }) => step !== 'refusal-notice' || grounds.length > 0, {
    path: ['conditions'],
    error: 'ground-missing',
  })
  .refine(
    ({ step, outcome, details }) =>
      outcome !== 'surrendered' || step !== 'surrender' || protocol.safeParse(details).success,
    { path: ['details'], error: 'protocol-missing' },
  )
  .meta({ id: 'IncomingExtraditionFact' });

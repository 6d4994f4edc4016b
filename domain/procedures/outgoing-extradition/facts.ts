import { z } from 'zod';
import { line } from '../../input';
import { factForms } from '../fact-forms';
import { outgoingExtraditionSteps } from './steps';

/** The body with which each fact of the procedure is recorded. */
export const outgoingFactSchema = factForms(outgoingExtraditionSteps, {
  details: {
    'provisional-arrest-request': z.strictObject({ channel: line }),
    'provisional-arrest': z.strictObject({ place: line, note: line.optional() }),
    'release-abroad': z.strictObject({ place: line.optional() }),
    'arrest-request-withdrawal': z.strictObject({ channel: line.optional() }),
    transmission: z.strictObject({ channel: line.optional() }),
    receipt: z.strictObject({ by: line }),
    opinion: z.strictObject({ by: line }),
    judgment: z.strictObject({ by: line }),
    decision: z.strictObject({ by: line }),
    'notice-of-decision': z.strictObject({ by: line.optional() }),
    surrender: z.strictObject({
      place: line,
      daysInCustody: z.int().min(0).optional(),
      escort: z.int().min(0).optional(),
    }),
    arrival: z.strictObject({ place: line }),
    'before-judge': z.strictObject({ court: line }),
  },
  conditions: { decision: ['speciality', 'no-death-penalty', 'no-re-extradition', 'other'] },
}).meta({ id: 'OutgoingExtraditionFact' });

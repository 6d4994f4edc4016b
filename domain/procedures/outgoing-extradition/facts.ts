import { z } from 'zod';
import { line, prose } from '../../input';
import { refusalGrounds } from '../../law/catalogue/codes';
import { committeeFacts } from '../committee-steps';
import { rightsDetails } from '../custody/facts';
import type { FactInput } from '../definition';
import { factForms } from '../fact-forms';
import { state } from '../person-fields';
import { stepsOfEveryVersion } from './steps';

const by = z.strictObject({ by: line, note: prose.optional() });
const mayBeBy = z.strictObject({ by: line.optional(), note: prose.optional() });
const channel = z.strictObject({ channel: line.optional() });
const place = z.strictObject({ place: line.optional(), note: prose.optional() });

/** What the requested State may ask to be kept when it grants the request. */
export const conditions = ['speciality', 'no-death-penalty', 'no-re-extradition', 'other'] as const;

/** A refusal says why, a grant on which conditions, and neither says the other. */
function faultOfDecision({ outcome, conditions: codes }: Pick<FactInput, 'outcome' | 'conditions'>) {
  const known: readonly string[] = outcome === 'refused' ? refusalGrounds : conditions;
  if (outcome === 'refused' && codes.length === 0) return 'ground-missing';
  return codes.every((code) => known.includes(code)) ? null : 'not-of-this-outcome';
}

function faultOfTransit({ conditions: codes }: Pick<FactInput, 'conditions'>) {
  return codes.length === 1 ? null : 'one-state';
}

/**
 * The body with which each fact of the procedure is recorded. `conditions` of a decision are those of the grant or the
 * grounds of the refusal; of an escort order the States of transit, of a consent to transit the State that gave it.
 */
export const outgoingFactSchema = factForms(stepsOfEveryVersion, {
  details: {
    ...committeeFacts,
    'provisional-arrest-request': z.strictObject({ channel: line }),
    'provisional-arrest': z.strictObject({ place: line, note: line.optional() }),
    'consular-access': place,
    'continued-detention': channel,
    'release-abroad': place,
    'arrest-request-withdrawal': channel,
    'request-withdrawal': channel,
    transmission: channel,
    receipt: z.strictObject({ by: line }),
    'answer-date-extended': mayBeBy,
    'status-query': mayBeBy,
    consent: by,
    opinion: z.strictObject({ by: line }),
    judgment: z.strictObject({ by: line }),
    decision: z.strictObject({ by: line }),
    'prosecution-there': by,
    'notice-of-decision': z.strictObject({ by: line.optional() }),
    'surrender-date': place,
    'escort-order': z.strictObject({ route: prose, escort: z.int().min(0).optional() }),
    'transit-consent': mayBeBy,
    surrender: z.strictObject({
      place: line,
      daysInCustody: z.int().min(0).optional(),
      escort: z.int().min(0).optional(),
    }),
    'temporary-surrender': z.strictObject({ place: line, agreedOn: prose.optional() }),
    'temporary-return': place,
    arrival: z.strictObject({ place: line }),
    ...rightsDetails,
    'before-judge': z.strictObject({ court: line }),
    death: place,
    deduction: z.strictObject({ court: line, days: z.int().min(0) }),
    property: z.strictObject({ items: z.array(line) }),
    'further-consent-request': by,
    'further-consent': by,
    'final-discharge': z.strictObject({ court: line.optional(), note: prose.optional() }),
  },
  conditions: {
    decision: [...conditions, ...refusalGrounds],
    'escort-order': state,
    'transit-consent': state,
  },
  faultOfConditions: { decision: faultOfDecision, 'transit-consent': faultOfTransit },
}).meta({ id: 'OutgoingExtraditionFact' });

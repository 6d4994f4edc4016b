import { z } from 'zod';
import { line, prose } from '../../input';
import { factForms } from '../fact-forms';
import { refusalReasons } from './refusal-reasons';
import { informationExchangeSteps } from './steps';

const channel = z.strictObject({ channel: line.optional() });
const by = z.strictObject({ by: line.optional(), note: prose.optional() });

/** The body with which each fact of an exchange with an authority abroad is recorded. */
export const informationFactSchema = factForms(informationExchangeSteps, {
  zone: 'Asia/Baghdad',
  numbered: ['answer-abroad', 'answer-dispatch', 'withdrawal-recorded'],
  conditions: { 'answer-abroad': refusalReasons, 'refusal-recorded': refusalReasons },
  details: {
    'transmission-abroad': channel,
    'receipt-abroad': by,
    'request-received': channel,
    'answer-abroad': z.strictObject({ text: prose.optional(), by: line.optional() }),
    'answer-dispatch': channel,
    'withdrawal-recorded': by,
    'request-withdrawal-recorded': by,
    'refusal-recorded': by,
    'extension-recorded': by,
  },
}).meta({ id: 'InformationExchangeFact' });

import { z } from 'zod';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import { instrumentSchema } from '../../domain/law/catalogue/catalogue-schema';
import { preferredLanguage } from '../../locales';
import { deadlineAnswerSchema, deadlineSchema } from '../../services/deadlines/deadline-input';
import { getDeadline } from '../../services/deadlines/get-deadline';
import { getInstrument } from '../../services/law/get-instrument';
import { deadlineInWords } from '../deadline-in-words';
import { route } from '../route';

const instrumentSummary = instrumentSchema
  .pick({ id: true, names: true })
  .extend({
    kind: z.string().describe('How it comes to apply; templates and comparisons never do'),
    rules: z.array(z.string()).describe('Ids of its limits'),
  })
  .meta({ id: 'InstrumentSummary' });

export const lawRoutes = [
  route({
    method: 'get',
    path: '/instruments',
    summary: 'The instruments of the catalogue',
    permission: 'law.read',
    auditEvent: 'instrument.listed',
    answer: z.object({ items: z.array(instrumentSummary) }),
    handle: async () => ({
      items: catalogue().instruments.map(({ id, names, application, rules }) => ({
        id,
        names,
        kind: application.kind,
        rules: rules.map((rule) => rule.id),
      })),
    }),
  }),
  route({
    method: 'get',
    path: '/instruments/:instrument',
    summary: 'An instrument whole: parties, thresholds, grounds, documents, limits, open questions',
    permission: 'law.read',
    auditEvent: 'instrument.read',
    params: z.object({ instrument: z.string().regex(/^[A-Z0-9-]{1,60}$/) }),
    answer: instrumentSchema.meta({ id: 'Instrument' }),
    handle: async ({ params }) => getInstrument(params.instrument),
  }),
  route({
    method: 'post',
    path: '/deadlines',
    summary: 'When a legal limit is over, step by step, with its source; nothing is stored',
    permission: 'law.read',
    auditEvent: 'deadline.computed',
    body: deadlineSchema,
    answer: deadlineAnswerSchema,
    handle: async ({ context, officer, body, request }) =>
      deadlineInWords(
        await getDeadline(context, officer, body),
        preferredLanguage(request.get('accept-language')),
      ),
  }),
];

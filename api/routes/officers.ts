import { z } from 'zod';
import { procedureNames, procedureOf } from '../../services/procedures';
import { route } from '../route';

const stepSchema = z.object({
  kind: z.string(),
  queue: z.string(),
  role: z.string(),
  outcomes: z.array(z.string()).readonly(),
  source: z.string(),
  gravest: z.boolean().default(false).describe('Needs a fresh login: 401 `step-up-needed` otherwise'),
  next: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
});

export const officerRoutes = [
  route({
    method: 'get',
    path: '/me',
    summary: 'Who you are here',
    permission: 'officer.read-self',
    auditEvent: 'officer.read-self',
    answer: z.object({
      id: z.uuid(),
      name: z.string(),
      roles: z.array(z.string()),
      agency: z.string(),
      language: z.string(),
    }),
    handle: async ({ officer: { id, name, roles, agencyCode, language } }) => ({
      id,
      name,
      roles: [...roles],
      agency: agencyCode,
      language,
    }),
  }),
  route({
    method: 'get',
    path: '/procedures',
    summary: 'The procedures and their declared steps',
    permission: 'officer.read-self',
    auditEvent: 'procedure.listed',
    answer: z.object({
      items: z.array(
        z.object({ name: z.string(), version: z.int(), steps: z.record(z.string(), stepSchema) }),
      ),
    }),
    handle: async () => ({
      items: procedureNames.map((name) => {
        const { version, steps } = procedureOf(name);
        const described = Object.entries(steps).map(([step, declared]) => [step, stepSchema.parse(declared)]);
        return { name, version, steps: Object.fromEntries(described) };
      }),
    }),
  }),
];

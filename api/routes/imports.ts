import { z } from 'zod';
import { preferredLanguage } from '../../locales';
import { importReportSchema } from '../../services/import/import-report';
import { previewImport } from '../../services/import/preview-import';
import { runImport } from '../../services/import/run-import';
import { importInWords } from '../import-in-words';
import { readImportRows } from '../import-rows';
import { route } from '../route';

const importSchema = z
  .strictObject({
    rows: z
      .array(z.unknown())
      .min(1)
      .max(300)
      .describe(
        'Running cases: `source`, `reference`, `procedure`, `request` and `past`; see docs/import.md. Each is judged by itself',
      ),
  })
  .meta({ id: 'Import' });

export const importRoutes = [
  route({
    method: 'post',
    path: '/imports/preview',
    summary: 'What would come of an import, row by row: faults, open steps, limits; nothing is written',
    permission: 'case.import',
    auditEvent: 'import.previewed',
    body: importSchema,
    answer: importReportSchema,
    handle: async ({ context, officer, body, request }) =>
      importInWords(
        await previewImport(context, officer, readImportRows(body.rows)),
        preferredLanguage(request.get('accept-language')),
      ),
  }),
  route({
    method: 'post',
    path: '/imports',
    summary: 'Take over running cases with their past; each source and reference once, also when repeated',
    permission: 'case.import',
    auditEvent: 'import.run',
    body: importSchema,
    answer: importReportSchema,
    handle: async ({ context, officer, key, body, request }) =>
      importInWords(
        await runImport(context, officer, key, readImportRows(body.rows)),
        preferredLanguage(request.get('accept-language')),
      ),
  }),
];

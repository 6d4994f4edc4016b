import { assertNever } from '../../assert-never';
import type { Catalogue } from './catalogue';
import type { Instrument } from './catalogue-schema';
import { houseRuleRows, instrumentRows, type Row } from './law-rows';

/**
 * The page docs/law.md: every instrument of the catalogue with all its records in one table, and the rules of the
 * house. Markdown; the same catalogue gives the same text.
 */
export function lawPage(catalogue: Catalogue): string {
  const sections = catalogue.instruments.map(instrumentSection);
  const paragraphs = [
    '# The law in the catalogue',
    'Generated from `domain/law/instruments` by `npm run generate`; correct the files there, not this page.',
    introduction(catalogue),
    ...sections,
    '## Rules of the house',
    'Policy, not law: internal service levels, and the limit whose date the other side sets.',
    table(houseRuleRows(catalogue)),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function introduction({ instruments }: Catalogue): string {
  const rules = instruments.flatMap((instrument) => instrument.rules);
  const verified = rules.filter((rule) => rule.verified).length;
  return [
    `${instruments.length} instruments with ${rules.length} limits, of which ${verified} are verified by counsel.`,
    'What a record rests on: *text read* (the provision was read in some copy), *general knowledge* (not checked',
    'against a text), *to be checked* (figure or article must be checked before anyone relies on it). Standing of a',
    'limit: *law* is obeyed where its instrument binds the two States, *policy* is the house’s own, *template* and',
    '*comparison* are never started by a case. Open questions are settled by counsel before they become records.',
  ].join('\n');
}

function instrumentSection(instrument: Instrument): string {
  const { id, names, notes } = instrument;
  return [
    `## ${names.en}`,
    `\`${id}\` · ${applies(instrument)}`,
    `${names.ar} · ${names.ckb}`,
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
    table(instrumentRows(instrument)),
  ].join('\n\n');
}

function applies({ application }: Instrument): string {
  switch (application.kind) {
    case 'treaty':
      return (
        (application.allParties
          ? 'Treaty: binds between the parties of the table.'
          : 'Treaty: binds between its parties; the table lists those that the house may meet, not all.') +
        (application.onlyFor === null
          ? ''
          : ` Selected only where the request is for ${application.onlyFor}.`)
      );
    case 'national-law': {
      const role = application.role === 'both' ? 'requesting and as requested' : application.role;
      return `National law of ${application.state}, as ${role} State.`;
    }
    case 'regional-practice':
      return `Regional practice within ${application.state}, for ${application.procedure}.`;
    case 'template':
      return 'Template: never selected, binds nobody.';
    case 'comparison':
      return 'Comparison only: never selected.';
    default:
      return assertNever(application);
  }
}

const columns = ['Record', 'Article', 'What it says', 'Standing', 'Basis', 'Verified', 'In force', 'Source'];

function table(rows: readonly Row[]): string {
  return [columns, columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

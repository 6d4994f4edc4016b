import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../../../domain/law/catalogue/catalogue';
import { lawPage } from '../../../../domain/law/catalogue/law-page';

const page = lawPage(catalogue());

describe('the page of the law', () => {
  it('is fresh in docs/law.md', () => {
    expect(readFileSync(join(__dirname, '../../../../docs/law.md'), 'utf8')).toBe(page);
  });

  it('has one table an instrument, and one for the rules of the house', () => {
    const tables = page.split('\n').filter((line) => line.startsWith('| Record '));
    expect(tables).toHaveLength(catalogue().instruments.length + 1);
  });

  it('shows every rule with its source and says that none from law is verified', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    for (const { id, source, verified } of catalogue().rules) {
      const row = rows.find((line) => line.startsWith(`| \`${id}\` version 1 `)) ?? '';
      expect(row).toContain(source);
      expect(row).toContain(verified ? '| yes' : '| **no** |');
    }
  });

  it('has a row with eight cells for every record', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(10);
  });
});

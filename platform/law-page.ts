import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../domain/law/catalogue/catalogue';
import { lawPage } from '../domain/law/catalogue/law-page';
import { projectRoot } from './config';

const file = join(projectRoot, 'docs', 'law.md');

/** Writes docs/law.md from the catalogue, unless it says the same already; returns a line that says what was done. */
export function generateLawPage(): string {
  if (lawPageIsFresh()) return 'docs/law.md is up to date';
  writeFileSync(file, lawPage(catalogue()));
  return 'docs/law.md is made';
}

/** Whether docs/law.md says what the catalogue does. */
export function lawPageIsFresh(): boolean {
  try {
    return readFileSync(file, 'utf8') === lawPage(catalogue());
  } catch {
    return false;
  }
}

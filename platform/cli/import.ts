import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Language } from '../../locales';
import { ImportFileError } from '../../services/import/csv-rows';
import { rowsOfFile } from '../../services/import/import-file';
import type { ImportReport } from '../../services/import/import-report';
import type { Config } from '../config';
import { requestToken } from '../embedded/identity-token';
import { messageOf, UserError } from '../errors';
import { resolveConnections } from '../running';
import { parts } from './import-parts';
import { rowText, totalText } from './import-text';
import { progressLine } from './progress-line';

/** The options of the command, named as on the command line. */
export interface ImportOptions {
  readonly preview?: boolean;
  readonly officer: string;
  readonly tokenFile?: string;
  readonly language: Language;
  readonly json?: boolean;
}

/**
 * Sends the rows of a file to the running API, some at a time, and prints what comes of each. Ends with 1 when a row
 * was refused; running it once more imports what is not there yet.
 */
export async function run(config: Config, file: string, options: ImportOptions): Promise<void> {
  const rows = await readRows(file);
  const token = await tokenOf(config, options);
  const progress = progressLine();
  const counts: Record<string, number> = {};
  let done = 0;
  for (const part of parts(rows)) {
    const report = await send(config.publicUrl, token, options, part);
    for (const row of report.rows) {
      const numbered = { ...row, index: done + row.index };
      progress.print(options.json ? JSON.stringify(numbered) : rowText(numbered, options.language));
    }
    for (const [result, count] of Object.entries(report.counts)) {
      counts[result] = (counts[result] ?? 0) + count;
    }
    done += part.length;
    progress.show(`${done} of ${rows.length}`);
  }
  if (!options.json) progress.print(totalText(counts));
  if ((counts.refused ?? 0) > 0) process.exitCode = 1;
}

async function readRows(file: string): Promise<unknown[]> {
  try {
    const rows = rowsOfFile(file, await readFile(file, 'utf8'));
    if (rows.length > 0) return rows;
    throw new ImportFileError('the file holds no rows');
  } catch (error) {
    const what = error instanceof ImportFileError ? error.message : messageOf(error);
    throw new UserError(`${file}: ${what}`, 'Its form is told in docs/import.md', { cause: error });
  }
}

/** A token of the officer who imports: from a file, or of a sample officer of the embedded default. */
async function tokenOf(config: Config, { tokenFile, officer: subject }: ImportOptions): Promise<string> {
  if (tokenFile !== undefined) return (await readFile(tokenFile, 'utf8')).trim();
  const { oidcIssuer: issuer } = resolveConnections(config);
  return await requestToken({ issuer, dataDir: config.dataDir, subject });
}

const maximumAttempts = 60;
const pauseMs = 1_000;

/** A 503 says that nothing was lost: what is there already is not imported twice. */
async function send(
  publicUrl: string,
  token: string,
  { preview, language }: ImportOptions,
  rows: readonly unknown[],
): Promise<ImportReport> {
  const url = `${publicUrl}/api/v1/imports${preview ? '/preview' : ''}`;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'accept-language': language,
  };
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ rows }) }).catch(
      (error: unknown) => {
        throw new UserError(`the API does not answer on ${publicUrl}`, 'Run npm start in another terminal', {
          cause: error,
        });
      },
    );
    const answer: unknown = await response.json();
    if (response.ok) return answer as ImportReport;
    if (response.status !== 503 || attempt === maximumAttempts) {
      throw new UserError(`${response.status} ${JSON.stringify(answer)}`, 'See the problem for what to do');
    }
    await delay(pauseMs);
  }
}

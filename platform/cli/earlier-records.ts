import { readFile } from 'node:fs/promises';
import { faultText } from '../../api/input-faults';
import { InvalidInputError } from '../../services/errors';
import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { messageOf, UserError } from '../errors';
import { nothingRuns, readRunning } from '../running';

/**
 * Puts a file of earlier records (custody, judgments, pending cases of both sides) into the register, against which
 * cross-checks search: all of them or none. Every fault is a line; the exit code is 1 then.
 *
 * @throws UserError when the file cannot be read or nothing runs
 */
export async function run(config: Config, file: string): Promise<void> {
  const databaseUrl = config.databaseUrl ?? readRunning(config.dataDir)?.databaseUrl;
  if (databaseUrl === undefined) throw nothingRuns(config.dataDir);
  const records = await readJson(file);
  const prisma = connectRegister(databaseUrl);
  try {
    const { imported, known } = await importEarlierRecords({ prisma }, records);
    console.log(`${imported} records put in, ${known} were there already`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    for (const fault of error.faults) console.error(`taslim: ${fault.pointer}: ${faultText(fault, 'en')}`);
    process.exitCode = 1;
  } finally {
    await prisma.$disconnect();
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const remedy = 'Give a JSON file with a list `records`, such as samples/earlier-records.json';
    throw new UserError(`${file}: ${messageOf(error)}`, remedy, { cause: error });
  }
}

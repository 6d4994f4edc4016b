import { faultsOf, faultText } from '../../api/input-faults';
import {
  addFirstAdministrator,
  firstAdministratorSchema,
} from '../../services/directory/first-administrator';
import { type InputFault, InvalidInputError } from '../../services/errors';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { nothingRuns, readRunning } from '../running';

/** The words of the command line, as they were given. */
export interface AdministratorOptions {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly agency: string;
  readonly side: string;
}

/**
 * Puts an administrator into the directory, as the owner of the database. Every fault is a line; the exit code is 1 then.
 *
 * @throws UserError when no database is configured and nothing runs
 */
export async function run(config: Config, options: AdministratorOptions): Promise<void> {
  const ownerUrl = config.databaseOwnerUrl ?? readRunning(config.dataDir)?.ownerUrl;
  if (ownerUrl === undefined) throw nothingRuns(config.dataDir);
  const { data, error } = firstAdministratorSchema.safeParse(options);
  if (error) return tell(faultsOf(error));
  const prisma = connectRegister(ownerUrl);
  try {
    await addFirstAdministrator(prisma, data);
    console.log(`${data.subject} is an administrator, of ${data.agency}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    tell(error.faults);
  } finally {
    await prisma.$disconnect();
  }
}

function tell(faults: readonly InputFault[]): void {
  for (const fault of faults)
    console.error(`taslim: --${fault.pointer.split('/')[1]}: ${faultText(fault, 'en')}`);
  process.exitCode = 1;
}

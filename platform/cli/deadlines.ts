import { z } from 'zod';
import { currentCalendars } from '../../activities/register/calendars';
import { deadlineInWords } from '../../api/deadline-in-words';
import { faultsOf, faultText } from '../../api/input-faults';
import type { Calendars } from '../../domain/calendar/calendar';
import { shippedCalendars } from '../../domain/calendar/shipped-calendars';
import { zone as ianaZone } from '../../domain/input';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { Language } from '../../locales';
import { computeDeadline } from '../../services/deadlines/compute-deadline';
import { type DeadlineInput, deadlineSchema } from '../../services/deadlines/deadline-input';
import { type InputFault, InvalidInputError } from '../../services/errors';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { readRunning } from '../running';
import { deadlineText } from './deadline-text';

/** The options of the command, named as on the command line. */
export interface DeadlineOptions {
  readonly rule?: string;
  readonly amount?: string;
  readonly unit?: string;
  readonly class?: string;
  readonly includeFirstDay?: boolean;
  readonly roll?: string;
  readonly calendar?: string;
  readonly trigger?: string;
  readonly zone?: string;
  readonly limitDate?: string;
  readonly act?: readonly string[];
  readonly maximumPenalty?: string;
  readonly ownerZone: string;
  readonly language: Language;
  readonly json?: boolean;
}

const usageError = 2;

/**
 * Prints a deadline as a table, or as the API answers it. The calendars are the register's where one is configured or
 * running, and otherwise those that the product ships; a line on standard error says which.
 */
export async function run(config: Config, options: DeadlineOptions): Promise<void> {
  const { ownerZone, language } = options;
  try {
    const input = inputOf(options);
    const answer = await withCalendars(config, async (calendars) =>
      computeDeadline({ catalogue: catalogue(), calendars, ownerZone }, input),
    );
    const inWords = deadlineInWords(answer, language);
    console.log(options.json ? JSON.stringify(inWords, null, 2) : deadlineText(inWords, language));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    for (const fault of error.faults) console.error(faultLine(fault, language));
    process.exitCode = usageError;
  }
}

/** @throws InvalidInputError with every fault at once */
function inputOf(options: DeadlineOptions): DeadlineInput {
  const { rule, amount, unit, class: clockClass, includeFirstDay, roll, calendar } = options;
  const limit = {
    amount: amount && Number(amount),
    unit,
    class: clockClass,
    includeFirstDay,
    roll,
    calendar,
  };
  const { trigger, zone, limitDate, act = [], maximumPenalty } = options;
  const parsed = deadlineSchema.safeParse(
    {
      trigger,
      zone,
      ...(rule === undefined ? {} : { rule }),
      ...(Object.values(limit).every((value) => value === undefined) ? {} : { limit: present(limit) }),
      ...(limitDate === undefined ? {} : { limitDate }),
      ...(maximumPenalty === undefined ? {} : { maximumPenalty: penaltyOf(maximumPenalty) }),
      acts: act.map(actOf),
    },
    { reportInput: true },
  );
  const owner = z.object({ ownerZone: ianaZone }).safeParse(options);
  const faults = [parsed, owner].flatMap(({ error }) => (error ? faultsOf(error) : []));
  if (!parsed.success || faults.length > 0) throw new InvalidInputError(faults);
  return parsed.data;
}

function present(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** 'extension@2026-03-20T10:00' */
function actOf(text: string): { type: string | undefined; at: string | undefined } {
  const [type, at] = text.split('@');
  return { type, at };
}

/** '10 year', 'life', 'death' */
function penaltyOf(text: string): unknown {
  const [amount, unit] = text.split(' ');
  return unit === undefined ? text : { amount: Number(amount), unit };
}

async function withCalendars<T>(config: Config, work: (calendars: Calendars) => Promise<T>): Promise<T> {
  const databaseUrl = config.databaseUrl ?? readRunning(config.dataDir)?.databaseUrl;
  if (databaseUrl === undefined) {
    console.error('calendars: as shipped (no register is running or configured)');
    return await work(shippedCalendars);
  }
  const prisma = connectRegister(databaseUrl);
  try {
    const { calendars, revision } = await currentCalendars(prisma, prisma);
    console.error(`calendars: of the register, after change ${revision}`);
    return await work(calendars);
  } finally {
    await prisma.$disconnect();
  }
}

function faultLine(fault: InputFault, language: Language): string {
  const option = fault.pointer
    .split('/')
    .filter((part) => part !== '')
    .join('.')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `taslim: ${option}: ${faultText(fault, language)}`;
}

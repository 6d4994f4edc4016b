import { Command, CommanderError, Option } from 'commander';
import { CatalogueError } from '../../domain/law/catalogue/catalogue-errors';
import { loadConfig } from '../config';
import { ConfigError, messageOf, UserError } from '../errors';
import { declareSimulations } from './simulate-options';

const exitCodes = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

const helpAfter = `
Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
Settings are environment variables; see docs/configuration.md.`;

/**
 * Runs the command line and gives the exit code. Each command is loaded only when it is called.
 * @param args the words after the program's name
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = createProgram();
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? exitCodes.ok);
  } catch (error) {
    return report(error);
  }
}

function createProgram(): Command {
  const program = new Command('taslim').description(
    'A workflow engine for extradition and transfer procedures',
  );
  program.exitOverride().showHelpAfterError(false).addHelpText('after', helpAfter);
  program.configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'taslim: ')) });

  const command = (usage: string, description: string): Command =>
    program.command(usage).description(description).copyInheritedSettings(program);

  command(
    'start',
    'start everything: the embedded parts that are not configured, worker, API and web pages',
  ).action(() => (require('./start') as typeof import('./start')).run(loadConfig()));
  command(
    'embedded',
    'start only the embedded parts: PostgreSQL, Temporal, mail capture, identity provider',
  ).action(() => (require('./embedded') as typeof import('./embedded')).run(loadConfig()));
  command('api', 'start only the API and the web pages').action(() =>
    (require('./api') as typeof import('./api')).run(loadConfig()),
  );
  command('worker', 'start only the worker').action(() =>
    (require('./worker') as typeof import('./worker')).run(loadConfig()),
  );
  const demo = command('demo', 'play the sample extradition through the running API, to its end').action(() =>
    (require('./demo') as typeof import('./demo')).run(loadConfig()),
  );
  demo
    .command('regional')
    .description('play the sample batch between Erbil and Baghdad instead')
    .copyInheritedSettings(demo)
    .option('--reverse', 'the other way: from Baghdad to Erbil')
    .action((options) => (require('./demo') as typeof import('./demo')).runRegional(loadConfig(), options));
  demo
    .command('information')
    .description('play the sample request for information between Baghdad and Erbil instead')
    .copyInheritedSettings(demo)
    .action(() => (require('./demo') as typeof import('./demo')).runInformation(loadConfig()));
  demo
    .command('incoming')
    .description('play the sample request of a foreign State, which stops at the nationality of the person')
    .copyInheritedSettings(demo)
    .action(() => (require('./demo') as typeof import('./demo')).runIncoming(loadConfig()));
  demo
    .command('committee')
    .description('play the sample resolution of the national committee instead')
    .copyInheritedSettings(demo)
    .option(
      '--all-speak',
      'the seats that are absent in the sample abstain: counted at once, not at the deadline',
    )
    .action((options) => (require('./demo') as typeof import('./demo')).runCommittee(loadConfig(), options));
  declareSimulations(
    command('simulate', 'play a sample case in skipped time, from today on, and print its calendar'),
  );
  command('deadlines', 'compute a legal time limit, step by step')
    .option('--rule <id>', 'a rule of the catalogue, such as SWE23-40')
    .option('--amount <n>', 'instead of a rule: how many units')
    .option('--unit <unit>', 'hour, day, working-day, week, month or year')
    .option('--class <class>', 'A custody in hours, B custody in days, C filing, D service level')
    .option('--include-first-day', 'the day of the trigger counts')
    .option('--roll <how>', 'none or next-working')
    .option('--calendar <code>', 'IQ, IQ-KR or SE')
    .option('--trigger <time>', 'ISO 8601 with an offset, or a local time without one')
    .option('--zone <zone>', 'IANA zone of the custody, such as Europe/Stockholm')
    .option('--limit-date <date>', 'the last day that the other side set')
    .option('--act <type@time...>', 'an act that moves the limit, such as extension@2026-03-20T10:00')
    .option('--maximum-penalty <period>', "such as '5 year', or life or death")
    .option('--owner-zone <zone>', 'zone in which the end is told as well', 'Asia/Baghdad')
    .addOption(new Option('--language <code>', 'en, ar or ckb').choices(['en', 'ar', 'ckb']).default('en'))
    .option('--json', 'as the API answers')
    .action((options) => (require('./deadlines') as typeof import('./deadlines')).run(loadConfig(), options));
  command('import <file>', 'take over running cases from JSON, JSON lines or CSV (docs/import.md)')
    .option('--preview', 'say what would come of it, and write nothing')
    .option('--officer <name>', 'a sample officer who is a manager', 'manager.baghdad')
    .option('--token-file <file>', 'instead of a sample officer: a file that holds a bearer token')
    .addOption(new Option('--language <code>', 'en, ar or ckb').choices(['en', 'ar', 'ckb']).default('en'))
    .option('--json', 'a JSON object a row')
    .action((file: string, options) =>
      (require('./import') as typeof import('./import')).run(loadConfig(), file, options),
    );
  command(
    'earlier-records <file>',
    'put earlier custody, judgments and pending cases into the register, for cross-checks',
  ).action((file: string) =>
    (require('./earlier-records') as typeof import('./earlier-records')).run(loadConfig(), file),
  );
  command('token <officer>', 'print a bearer token of a sample officer, such as liaison.baghdad').action(
    (officer: string) => (require('./token') as typeof import('./token')).run(loadConfig(), officer),
  );
  command('db-migrate', 'bring the database to the newest schema').action(() =>
    (require('./db-migrate') as typeof import('./db-migrate')).run(loadConfig()),
  );
  command(
    'administrator',
    'put an administrator into the directory, as the owner of the database: the first one',
  )
    .requiredOption('--subject <sub>', 'the sub of his tokens')
    .requiredOption('--name <name>', 'his name')
    .requiredOption('--email <address>', 'where mails reach him')
    .addOption(new Option('--language <code>', 'en, ar or ckb').choices(['en', 'ar', 'ckb']).default('en'))
    .option('--agency <code>', 'his agency, put in where there is none', 'ADMINISTRATION')
    .addOption(new Option('--side <side>', 'the side of a new agency').choices(['FED', 'KRG']).default('FED'))
    .action((options) =>
      (require('./administrator') as typeof import('./administrator')).run(loadConfig(), options),
    );
  command('audit-verify', 'verify the hash chain of every case and what its events name')
    .option('--files', "read the documents' files too")
    .option('--json', 'a JSON object a line')
    .action((options) =>
      (require('./audit-verify') as typeof import('./audit-verify')).run(loadConfig(), options),
    );
  command('reconcile', 'compare every open case with its workflow and its lists')
    .option('--repair', 'rebuild the lists from the events; start or wake workflows')
    .option('--json', 'a JSON object a line')
    .action((options) => (require('./reconcile') as typeof import('./reconcile')).run(loadConfig(), options));
  command('migration-sql', 'print the SQL that leads from the migrations to prisma/schema.prisma').action(
    () => (require('./migration-sql') as typeof import('./migration-sql')).run(),
  );
  command('generate', 'make what is made from other files: the database client, docs/law.md')
    .option('--client-only', 'only the database client')
    .action((options) => (require('./generate') as typeof import('./generate')).run(options));
  command('bench', 'measure decisions beside their floor, on parts of its own')
    .option('--json', 'as JSON')
    .action((options) => (require('./bench') as typeof import('./bench')).run(options));
  command('check', 'check types, lint, format, architecture and generated files').action(() =>
    (require('./check') as typeof import('./check')).run(),
  );
  return program;
}

/** Faults a person can put right are one line each; anything else is a fault of this program and shows its stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.interrupted;
  if (error instanceof UserError) console.error(`taslim: ${error.message}. ${error.remedy}`);
  else if (error instanceof ConfigError) for (const fault of error.faults) console.error(`taslim: ${fault}`);
  else if (error instanceof CatalogueError) console.error(`taslim: ${error.message}`);
  else console.error(error instanceof Error ? error.stack : messageOf(error));
  return exitCodes.failed;
}

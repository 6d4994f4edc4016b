import { type Command, Option } from 'commander';
import type { ProcedureName } from '../../domain/procedures';
import { loadConfig } from '../config';
import type { IncomingBranch } from '../simulate/incoming-branches';
import type { InformationBranch } from '../simulate/information-branches';
import type { OutgoingBranch } from '../simulate/outgoing-branches';
import type { CommitteeBranch } from '../simulate/play-committee';
import type { TransferBranch } from '../simulate/transfer-branches';

/** What leads away from the usual way, by the option that asks for it. */
type Branches<B extends string> = Readonly<Record<B, string>>;

const outgoing: Branches<Exclude<OutgoingBranch, 'granted'>> = {
  refused: 'the requested State refuses',
  'prosecuted-there': 'it refuses, and prosecutes the person itself',
  'with-consent': 'the person consents: no judgment is needed',
  'not-taken-over': 'nobody comes for the person on the day',
  'force-majeure': 'the journey is prevented, and a new date agreed',
  postponed: 'surrendered for a time first; a State of transit refuses',
  expired: 'the file does not arrive in time',
  regional: 'the Kurdistan Region asks through Baghdad',
  jordan: 'another State is asked, under the Riyadh Agreement',
};

const incoming: Branches<Exclude<IncomingBranch, 'surrendered'>> = {
  nationality: 'the person is an Iraqi too, and held',
  'refused-by-court': 'the court refuses, and the person is set free',
  'not-taken-over': 'nobody comes for the person within two months',
  withdrawn: 'the requesting State withdraws its request',
  concurrent: 'another State asks for the same person and comes first',
};

const transfer: Branches<Exclude<TransferBranch, 'handed-over'>> = {
  stopped: 'the cross-check finds that the person was judged for the act',
  bail: 'released on bail, arrested again, then handed over',
  'renewed-late': 'the detention order is renewed after it has ended',
  returned: 'the wrong person: brought back',
  cancelled: 'the warrant is cancelled while the person is held',
  'differing-lists': 'the two sides do not sign the same lists',
};

const information: Branches<Exclude<InformationBranch, 'answered'>> = {
  extended: 'more time is asked for and granted',
  refused: 'the whole request is refused, with the reason',
  overdue: 'the limit passes before everything is answered',
  withdrawn: 'a question is withdrawn, then the whole request',
  abroad: 'an authority in Sweden is asked instead',
  'from-abroad': 'an authority in Sweden asks',
};

const committee: Branches<Exclude<CommitteeBranch, 'adopted'>> = {
  'all-spoken': 'no seat is absent: counted before the deadline',
  tie: 'as many for as against: the chair decides',
  'too-few': 'too few seats take part: the secretary calls a new ballot',
};

/** Declares what can be simulated, each procedure with its own branches, of which at most one is played. */
export function declareSimulations(simulate: Command): void {
  const procedure = (name: ProcedureName, description: string) =>
    simulate.command(name).description(description).copyInheritedSettings(simulate);

  const extradition = procedure('outgoing-extradition', 'Iraq asks Sweden for a person');
  addBranches(extradition, outgoing).action((options) =>
    program().runOutgoing(loadConfig(), branchOf(options, outgoing, 'granted'), options),
  );

  const asked = procedure('incoming-extradition', 'Sweden asks Iraq for a person');
  addBranches(asked, incoming).action((options) =>
    program().runIncoming(loadConfig(), branchOf(options, incoming, 'surrendered'), options),
  );

  const handover = procedure('suspect-transfer', 'Baghdad and Erbil hand a person over');
  addBranches(handover, transfer)
    .addOption(
      new Option('--from <side>', 'the side where the person is').choices(['KRG', 'FED']).default('KRG'),
    )
    .action((options) =>
      program().runTransfer(loadConfig(), branchOf(options, transfer, 'handed-over'), options),
    );

  const exchange = procedure('information-exchange', 'Baghdad asks Erbil three questions');
  addBranches(exchange, information).action((options) =>
    program().runInformation(loadConfig(), branchOf(options, information, 'answered'), options),
  );

  const resolution = procedure('committee-resolution', 'the national committee votes on a resolution');
  addBranches(resolution, committee).action((options) =>
    program().runCommittee(loadConfig(), branchOf(options, committee, 'adopted'), options),
  );
}

/** Loaded only when something is simulated. */
function program(): typeof import('./simulate') {
  return require('./simulate');
}

function addBranches(command: Command, branches: Branches<string>): Command {
  const names = Object.keys(branches);
  for (const [name, what] of Object.entries(branches)) {
    const others = names.filter((other) => other !== name).map(optionOf);
    command.addOption(new Option(`--${name}`, what).conflicts(others));
  }
  return command.option('--json', 'one JSON document instead of a table');
}

function branchOf<B extends string, D extends string>(
  options: Readonly<Record<string, unknown>>,
  branches: Branches<B>,
  usual: D,
): B | D {
  return (Object.keys(branches) as B[]).find((name) => options[optionOf(name)] === true) ?? usual;
}

/** 'not-taken-over' is `notTakenOver` among the options. */
function optionOf(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

import { instrumentFiles } from '../instruments';
import type { RuleRecord } from '../rule-record';
import {
  CatalogueError,
  type CatalogueFault,
  UnknownInstrumentError,
  UnknownRuleError,
} from './catalogue-errors';
import { contradictions, type InstrumentOfFile } from './catalogue-faults';
import type { Instrument } from './catalogue-schema';
import { houseRules } from './house-rules';
import { type CatalogueFile, readInstrument } from './read-instrument';

export { CatalogueError, UnknownInstrumentError, UnknownRuleError } from './catalogue-errors';

/** The law as it is recorded. */
export interface Catalogue {
  readonly instruments: readonly Instrument[];
  /** Every version of every rule: those of the instruments, then those of the house. */
  readonly rules: readonly RuleRecord[];
  /** @throws UnknownInstrumentError */
  instrument(id: string): Instrument;
  /**
   * The version of a rule, or its latest.
   * @throws UnknownRuleError
   */
  rule(id: string, version?: number): RuleRecord;
}

let shipped: Catalogue | undefined;

/**
 * The catalogue that the product ships, read once.
 * @throws CatalogueError
 */
export function catalogue(): Catalogue {
  shipped ??= loadCatalogue(instrumentFiles);
  return shipped;
}

/**
 * Reads instruments and checks them, each by itself and against the others.
 * @throws CatalogueError with every fault of every file.
 */
export function loadCatalogue(files: readonly CatalogueFile[]): Catalogue {
  const faults: CatalogueFault[] = [];
  const read: InstrumentOfFile[] = [];
  for (const file of files) {
    const result = readInstrument(file);
    if ('id' in result) read.push({ file: file.file, instrument: result });
    else faults.push(...result);
  }
  const house = Object.values(houseRules);
  faults.push(...contradictions(read, house));
  if (faults.length > 0) throw new CatalogueError(faults);
  return catalogueOf(
    read.map(({ instrument }) => instrument),
    house,
  );
}

function catalogueOf(instruments: readonly Instrument[], house: readonly RuleRecord[]): Catalogue {
  const rules = [...instruments.flatMap((instrument) => instrument.rules), ...house];
  return {
    instruments,
    rules,
    instrument(id) {
      const found = instruments.find((instrument) => instrument.id === id);
      if (found === undefined) throw new UnknownInstrumentError(id);
      return found;
    },
    rule(id, version) {
      const versions = rules.filter((rule) => rule.id === id);
      const found =
        version === undefined ? latest(versions) : versions.find((rule) => rule.version === version);
      if (found === undefined) throw new UnknownRuleError(id, version ?? null);
      return found;
    },
  };
}

function latest(versions: readonly RuleRecord[]): RuleRecord | undefined {
  return versions.toSorted((a, b) => b.version - a.version)[0];
}

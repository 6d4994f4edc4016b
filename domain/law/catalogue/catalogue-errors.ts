/** What is wrong in one field of a catalogue file. */
export interface CatalogueFault {
  readonly file: string;
  /** Which record, e.g. 'rule SWE23-40'; the instrument's own fields are 'instrument'. */
  readonly record: string;
  readonly field: string;
  readonly problem: string;
}

/** Thrown when catalogue files cannot be used; lists every fault of all of them. Ends the start. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(readonly faults: readonly CatalogueFault[]) {
    const lines = faults.map(
      ({ file, record, field, problem }) => `${file}: ${record}: ${field}: ${problem}`,
    );
    super(['the catalogue of the law cannot be used:', ...lines].join('\n  '));
  }
}

/** Thrown when the catalogue has no rule of an id, or not the version asked for. */
export class UnknownRuleError extends Error {
  override readonly name = 'UnknownRuleError';

  constructor(
    readonly id: string,
    readonly version: number | null,
  ) {
    super(version === null ? `no rule ${id}` : `no version ${version} of rule ${id}`);
  }
}

/** Thrown when the catalogue has no instrument of an id. */
export class UnknownInstrumentError extends Error {
  override readonly name = 'UnknownInstrumentError';

  constructor(readonly id: string) {
    super(`no instrument ${id}`);
  }
}

/**
 * Thrown when the law is asked for a procedure that cannot run between the states named: an extradition within one
 * state, or a transfer within a state that names two.
 */
export class StatesOfProcedureError extends Error {
  override readonly name = 'StatesOfProcedureError';

  constructor(
    readonly procedure: string,
    readonly requestingState: string,
    readonly requestedState: string,
  ) {
    super(`no ${procedure} runs from ${requestedState} to ${requestingState}`);
  }
}

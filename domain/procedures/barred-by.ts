import type { ProcedureDefinition } from './definition';
import { procedures } from './index';

const definitions: readonly ProcedureDefinition[] = procedures;

/** The facts after which nothing is asked for again on the same warrant, of every procedure. */
export const barredBy = definitions.flatMap(({ barredBy: fact }) => (fact === undefined ? [] : [fact]));

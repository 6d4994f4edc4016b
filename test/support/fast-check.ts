import * as fc from 'fast-check';

/**
 * fast-check with one seed for every property, so that a run of the tests judges the change and not the luck of the
 * day. PROPERTY_SEED gives another one: a number, or 'random' for what has not been tried yet. A property that fails
 * prints its seed.
 */
const chosen = process.env.PROPERTY_SEED ?? '20261122';
if (chosen !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(chosen) });

export * from 'fast-check';
export default fc;

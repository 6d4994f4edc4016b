const { join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The files that take longest, in the order in which they begin: those that mostly wait for something beside those that
 * compute, and none of them left alone at the end. A machine that has never run them does not know that by itself.
 */
const longest = [
  'bad-luck/mail-away',
  'workflows/temporal/many-commands',
  'services/persons/name-quality',
  'services/reconcile/reconcile',
  'bad-luck/demo-under-fire',
  'services/reconcile/projections',
  'bad-luck/register-away',
  'bad-luck/crowd',
  'platform/simulate',
  'workflows/temporal/every-command',
  'activities/mail/register-away',
  'platform/tracing-replay',
  'services/audit-chain/verify-register',
  'platform/worker-metrics',
  'bad-luck/worker-and-server-killed',
  'platform/tracing',
  'api/imports',
  'services/calendars/deliver',
  'services/reconcile/left-over',
  'services/audit-chain/fifty-writers',
].map((name) => join(__dirname, '..', `${name}.test.ts`));

/** Begins the longest files first, and leaves the others in the order that jest gives them. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => (longest.includes(path) ? longest.indexOf(path) : longest.length);
    return super.sort([...tests]).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

module.exports = LongestFirst;

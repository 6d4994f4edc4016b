import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { OutboxObserver } from '../activities/mail/outbox';
import type { WriteOutcome } from '../activities/register/activities';

/** What the worker of one process has done, by result: no ids, no names. */
export class WorkerMetrics implements OutboxObserver {
  readonly registry = new Registry();
  readonly #mails = new Counter({
    name: 'taslim_mails_total',
    help: 'Attempts to send a mail, by how they ended: sent, failed for good, postponed',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly #repeated = new Counter({
    name: 'taslim_mails_repeated_total',
    help: 'Of these, begun although an earlier attempt never recorded its end: a second copy is possible',
    registers: [this.registry],
  });
  readonly #waiting = new Gauge({
    name: 'taslim_mails_waiting',
    help: 'Mails in the outbox, of the whole installation, when it was last looked at',
    registers: [this.registry],
  });
  readonly #writes = new Counter({
    name: 'taslim_register_writes_total',
    help: 'Write steps, by how they ended: written, behind another command, refused, failed and to be retried',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly #durations = new Histogram({
    name: 'taslim_register_write_duration_seconds',
    help: 'Time of a write step',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers: [this.registry],
  });

  constructor() {
    // A series that begins at its first event hides this event from a rate.
    for (const outcome of ['sent', 'failed', 'postponed']) this.#mails.inc({ outcome }, 0);
    for (const outcome of ['written', 'behind', 'refused', 'failed']) this.#writes.inc({ outcome }, 0);
  }

  mailTried(outcome: 'sent' | 'failed' | 'postponed', isRepeated: boolean): void {
    this.#mails.inc({ outcome });
    if (isRepeated) this.#repeated.inc();
  }

  mailsWait(count: number): void {
    this.#waiting.set(count);
  }

  wrote(outcome: WriteOutcome, seconds: number): void {
    this.#writes.inc({ outcome });
    this.#durations.observe(seconds);
  }
}

import type { StepTable } from '../../domain/procedures/step';
import { all, type Block } from '../engine/block';
import type { ClockStart, Run } from '../engine/run';
import { clock } from './clock';

/** The limits that an event starts, and what is done when one of them passes. */
export interface LimitsFrom<S extends StepTable>
  extends Pick<ClockStart, 'from' | 'keptBy' | 'maximumPenalty'> {
  readonly event: keyof S & string;
  /** Those with one of these meanings; all where none are named. */
  readonly effects?: readonly string[];
  /** By what the expiry means: the step that opens then. A limit of another meaning is only shown as overdue. */
  readonly whenPassed: Readonly<Record<string, keyof S & string>>;
  /** What applied before cases were bound to the law of their opening: rule and effect. */
  readonly unbound: readonly { readonly rule: string; readonly effect: string }[];
  /** What applies where no instrument that binds has a limit: the last day that the other side set with the event. */
  readonly setByOtherSide?: { readonly rule: string; readonly effect: string };
}

/**
 * Runs every limit that the law of the case lets an event start. All of them are shown; the shortest that must be
 * kept is obeyed, because what its expiry means is dealt with first.
 */
export function* limits<S extends StepTable>(
  run: Run<S>,
  { event, effects, whenPassed, unbound, setByOtherSide, ...start }: LimitsFrom<S>,
): Block<void> {
  const bound = run.limitsFrom(event);
  const byLaw = bound
    ? bound.map(({ rule, version: ruleVersion, effect }) => ({ rule, ruleVersion, effect }))
    : unbound;
  const isSet = byLaw.length === 0 && start.from.limitDate !== null;
  const started = isSet && setByOtherSide ? [setByOtherSide] : byLaw;
  yield* all(
    ...started
      .filter(({ effect }) => effects?.includes(effect) ?? true)
      .map(({ effect, ...rule }) =>
        clock(run, { ...rule, ...start, whenPassed: whenPassed[effect] ?? null }),
      ),
  );
}

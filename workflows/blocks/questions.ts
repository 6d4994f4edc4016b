import type { StepTable } from '../../domain/procedures/step';
import { type Block, waiting } from '../engine/block';
import type { Run } from '../engine/run';

/** What became of a question. */
export type Answered = 'answered' | 'refused' | 'withdrawn';

/** The steps of a question, each visited by its number. */
export interface QuestionSteps<S extends StepTable> {
  /** Where it is answered, refused, or an answer prepared. */
  readonly question: keyof S & string;
  /** Where it is withdrawn, beside. */
  readonly withdrawal: keyof S & string;
  /** Where a prepared answer is released; none where nobody here prepares one. */
  readonly release?: keyof S & string;
  /** Where it is recorded that the answer has gone out; none where answering sends it. */
  readonly dispatch?: keyof S & string;
}

/**
 * Questions with a status of their own: each is answered, refused or withdrawn at its own time. Opens what is to be
 * done about each, and tells what became of it; null while nothing has.
 */
export function questionsAsked<S extends StepTable>(
  run: Run<S>,
  steps: QuestionSteps<S>,
): readonly (Answered | null)[] {
  const asked = run.state.content.inquiry?.questions ?? [];
  return asked.map((_, index) => question(run, steps, index + 1));
}

/** Waits until every question is answered, refused or withdrawn. */
export function* questions<S extends StepTable>(
  run: Run<S>,
  steps: QuestionSteps<S>,
): Block<readonly Answered[]> {
  const became = questionsAsked(run, steps);
  const over = became.flatMap((outcome) => outcome ?? []);
  return over.length === became.length ? over : yield* waiting();
}

function question<S extends StepTable>(
  run: Run<S>,
  steps: QuestionSteps<S>,
  number: number,
): Answered | null {
  if (run.isClosed(steps.withdrawal, number)) return 'withdrawn';
  const answered = answer(run, steps, number);
  if (answered === null) run.enterVisit(steps.withdrawal, number);
  return answered;
}

function answer<S extends StepTable>(
  run: Run<S>,
  { question: step, release, dispatch }: QuestionSteps<S>,
  number: number,
): Answered | null {
  const outcomeOf = (name: keyof S & string) => run.enterVisit(name, number).remembered.outcome;
  const outcome = outcomeOf(step);
  if (outcome === null) return null;
  if (outcome === 'prepared' && (release === undefined || outcomeOf(release) !== 'approved')) return null;
  if (dispatch !== undefined && outcomeOf(dispatch) === null) return null;
  return outcome === 'refused' ? 'refused' : 'answered';
}

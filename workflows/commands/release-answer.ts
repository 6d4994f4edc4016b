import type { Decide } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState, PreparedAnswer } from '../../domain/case/state';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { reopenStep } from '../engine/reopen-step';
import { declarationOf, type FoundStep } from './find-step';
import { addSent, receiptOf } from './send-message';

/** Lets a prepared answer leave exactly as it was prepared, or gives it back to who prepares answers. */
export function releaseAnswer(
  draft: Draft,
  procedure: Procedure,
  found: FoundStep,
  { outcome, officerId }: Decide,
): void {
  const key = heldBackKey(found);
  if (outcome === 'given-back') {
    reopenStep(draft, procedure, key);
    return;
  }
  const state = draft.state.steps[key];
  if (!state || !draft.state.parties) return;
  const { note, documents } = preparedAt(draft.state, key);
  const question = { key, state, declared: declarationOf(procedure, state.step) };
  const said = { key, outcome: 'answered', codes: [], limitDate: null };
  const receipt = receiptOf(draft, procedure, question);
  addSent(draft, question, { officerId, note, documents }, { receipt, said });
}

/** Nobody lets leave what he prepared himself; a substitute is bound by both persons' exclusions. */
export function refusePreparer(
  state: CaseState,
  found: FoundStep,
  { officerId, actingForId }: Pick<Decide, 'officerId' | 'actingForId'>,
): void {
  const { officerId: preparer } = preparedAt(state, heldBackKey(found));
  if (preparer === officerId || preparer === actingForId) throw new Refusal('four-eyes', { why: 'preparer' });
}

function heldBackKey({ declared, state }: FoundStep): string {
  return `${declared.releases}#${state.visit}`;
}

function preparedAt({ steps }: CaseState, key: string): PreparedAnswer {
  const prepared = steps[key]?.prepared;
  if (!prepared) throw new Error(`nothing waits at ${key}`);
  return prepared;
}

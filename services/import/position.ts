import type { CaseState } from '../../domain/case/state';
import { procedureOf } from '../procedures';
import type { Position } from './import-report';

/** Where a case stands: what is open, whose turn it is, and which limits run or have passed. */
export function positionOf(state: CaseState): Position {
  const openSteps = openStepsOf(state);
  const todo = openSteps.filter(({ queue }) => queue === 'todo');
  return {
    status: state.status,
    openSteps,
    next: [...new Set(todo.map(({ role }) => role))],
    clocks: clocksOf(state),
    inCustody: Object.entries(state.custody).flatMap(([period, { endedAt }]) =>
      endedAt === null ? [period] : [],
    ),
  };
}

function openStepsOf({ procedure, steps, clocks }: CaseState): Position['openSteps'] {
  const declared = procedureOf(procedure).steps;
  return Object.entries(steps).flatMap(([stepKey, { step, queue, outcome }]) => {
    if (outcome !== null) return [];
    const measuring = Object.values(clocks).findLast((clock) => clock.stepKey === stepKey);
    const dueAt = measuring?.terms?.dueAt ?? null;
    return [{ step, stepKey, role: declared[step]?.role ?? '', queue, dueAt }];
  });
}

function clocksOf({ clocks }: CaseState): Position['clocks'] {
  return Object.entries(clocks)
    .flatMap(([key, { rule, status, start, terms, settled }]) => {
      if (terms === null || (status !== 'running' && status !== 'expired')) return [];
      const { dueAt, lastDay, source, verified } = terms;
      return [{ key, rule, status, dueAt, zone: start.zone, lastDay, settled, source, verified }];
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

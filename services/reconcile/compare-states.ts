import type { CaseState } from '../../domain/case/state';

/** What is kept by a key of its own: an entry that only one side has is a difference. */
const keyed: readonly string[] = [
  'steps',
  'clocks',
  'custody',
  'corrections',
] satisfies readonly (keyof CaseState)[];

/**
 * In what the workflow and the register disagree although both are at the same event: paths of what differs, such as
 * `suspended` or `clocks.SWE23-40:provisional-arrest#1.terms`. Everything that a case remembers is compared, because
 * everything that it remembers decides what it does next. Who answers for a case is not among it: only the lists hold
 * that, and they are compared with the events by themselves.
 *
 * A state that an older release carried on may lack members that a newer one added. A lack is no difference where the
 * register holds what says nothing there (null, false, an empty list or record): the case acts as it would have anyway.
 * Members that only the workflow has are a newer release's, and are not compared.
 */
export function compareStates(workflow: CaseState, register: CaseState): string[] {
  return members(register).flatMap(([name, ours]) => {
    const theirs = memberOf(workflow, name);
    if (keyed.includes(name)) return differentEntries(name, theirs ?? {}, ours);
    return differs(theirs, ours) ? [name] : [];
  });
}

function differentEntries(name: string, theirs: unknown, ours: unknown): string[] {
  const keys = new Set([...members(theirs), ...members(ours)].map(([key]) => key));
  return [...keys].sort().flatMap((key) => {
    const [one, other] = [memberOf(theirs, key), memberOf(ours, key)];
    if (one === undefined || other === undefined) return [`${name}.${key}`];
    const different = members(other).filter(([member, value]) => differs(memberOf(one, member), value));
    return different.map(([member]) => `${name}.${key}.${member}`);
  });
}

function differs(theirs: unknown, ours: unknown): boolean {
  if (theirs === undefined) return !saysNothing(ours);
  if (!hasMembers(theirs) || !hasMembers(ours)) return theirs !== ours;
  if (Array.isArray(ours) && members(theirs).length !== ours.length) return true;
  return members(ours).some(([name, value]) => differs(memberOf(theirs, name), value));
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return hasMembers(value) && members(value).length === 0;
}

function hasMembers(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function members(value: unknown): [string, unknown][] {
  return Object.entries(value as object);
}

function memberOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}

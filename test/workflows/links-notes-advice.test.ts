import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseState } from '../../domain/case/state';
import { caseActors } from '../../domain/permissions/actions';
import type { Role } from '../../domain/permissions/roles';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { procedureNamed } from '../../workflows/procedures';
import { document, InMemoryCase, officers } from './in-memory-case';
import { baghdad, erbil, officerOf, TransferCase } from './transfer-case';

const { liaison, legal, manager } = officers;
const note = { id: 'note-1', hash: 'hash' };
const other = '11111111-0000-4000-8000-000000000001';

function opened(): InMemoryCase {
  const item = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-20T06:00:00.000Z');
  item.open({ urgency: 'ordinary' });
  return item;
}

const link = (item: InMemoryCase, to = other, kind: 'same-person' | 'same-act' = 'same-person') =>
  item.take({ type: 'linkCase', officerId: liaison, to, kind, note: null });
const unlink = (item: InMemoryCase, kind: 'same-person' | 'same-act' = 'same-person') =>
  item.take({ type: 'unlinkCase', officerId: liaison, to: other, kind, reason: note });
const ask = (item: InMemoryCase, role: Role, officerId: string, agencyCode = 'AHTD-BAGHDAD') =>
  item.take({ type: 'askAdvice', officerId, agencyCode, role, question: note });
const addNote = (item: InMemoryCase, officerId: string, agencyCode = 'AHTD-BAGHDAD') =>
  item.take({ type: 'addNote', officerId, agencyCode, note, documents: [document] });

describe('a link between two cases', () => {
  it('is made by a liaison officer or manager of the owner, and moves nothing else', () => {
    const item = opened();
    expect(link(item).map(({ type }) => type)).toEqual(['caseLinked']);
    expect(item.authority).toEqual({ role: 'liaison', or: ['manager'], agencyCode: null });
    expect(item.current.links).toEqual([{ caseId: other, kind: 'same-person' }]);
  });

  it('is made once of a kind, and never to the case itself', () => {
    const item = opened();
    link(item);
    expect(() => link(item)).toThrow('already-linked');
    expect(link(item, other, 'same-act')).toHaveLength(1);
    expect(() => link(item, 'case-1')).toThrow('linked-to-itself');
  });

  it('is taken back once, and may be made again', () => {
    const item = opened();
    expect(() => unlink(item)).toThrow('not-linked');
    link(item);
    link(item, other, 'same-act');
    unlink(item);
    expect(item.current.links).toEqual([{ caseId: other, kind: 'same-act' }]);
    expect(() => unlink(item)).toThrow('not-linked');
    expect(link(item)).toHaveLength(1);
  });

  it('is made and taken back while the case rests, and not once it is closed', () => {
    const item = opened();
    item.take({ type: 'suspend', officerId: manager, reason: note });
    link(item);
    item.take({ type: 'endCase', officerId: manager, outcome: 'withdrawn', reason: note });
    expect(() => unlink(item)).toThrow('case-closed');
    expect(() => link(item, other, 'same-act')).toThrow('case-closed');
  });
});

describe('a note', () => {
  it('is the owner’s in a case of one agency, whoever of those who work on it writes it', () => {
    const item = opened();
    const [event] = addNote(item, legal, 'SJC');
    expect(event).toEqual({ type: 'noteAdded', officerId: legal, note, documents: [document] });
    expect(item.authority).toEqual({ role: 'liaison', or: caseActors.slice(1), agencyCode: null });
  });

  it('is of one side in a case between two, and of nobody else', () => {
    const item = new TransferCase();
    item.open();
    const [event] = addNote(item, officerOf('liaison', erbil.agencyCode), erbil.agencyCode);
    expect(event).toMatchObject({ type: 'noteAdded', agencyCode: erbil.agencyCode });
    expect(item.authority?.agencyCode).toBe(erbil.agencyCode);
    expect(() => addNote(item, liaison, 'NCB')).toThrow('wrong-role');
  });

  it('may be added while the case rests', () => {
    const item = opened();
    item.take({ type: 'suspend', officerId: manager, reason: note });
    expect(addNote(item, liaison)).toHaveLength(1);
  });
});

describe('advice', () => {
  it('opens a task for the role that was asked, with a limit, and holds nothing up', () => {
    const item = opened();
    const before = item.openSteps();
    ask(item, 'foreign-ministry-approver', liaison);
    expect(item.openSteps()).toEqual(['advice#1', ...before].sort());
    expect(item.current.steps['advice#1']).toMatchObject({
      role: 'foreign-ministry-approver',
      askedBy: liaison,
    });
    expect(Object.values(item.current.clocks).filter(({ rule }) => rule === 'SLA-ADVICE')).toHaveLength(1);
    item.decide('legal-review#1', 'approved', legal);
    expect(item.openSteps()).toContain('advice#1');
  });

  it('counts its limit by the working days of the role that was asked', () => {
    const item = opened();
    for (const role of ['manager', 'legal-reviewer'] as const) ask(item, role, liaison);
    item.take({ type: 'suspend', officerId: manager, reason: note });
    item.take({ type: 'resume', officerId: manager, reason: note });
    const owners = ['advice#1', 'advice#2'].map(
      (key) => Object.values(item.current.clocks).find(({ stepKey }) => stepKey === key)?.start.owner,
    );
    expect(owners).toEqual(['agency', 'federal']);
  });

  it('is given once, in words, by an officer of that role, and not by who asked', () => {
    const item = opened();
    ask(item, 'legal-reviewer', legal);
    expect(() => item.decide('advice#1', 'given', legal, { reasonId: 'note-2' })).toThrow('four-eyes');
    expect(() => item.decide('advice#1', 'given', liaison)).toThrow('reason-missing');
    const events = item.decide('advice#1', 'given', liaison, { reasonId: 'note-2' });
    expect(item.authority).toEqual({ role: 'legal-reviewer', agencyCode: null });
    expect(events.map(({ type }) => type)).toEqual(['decisionMade', 'clockMet', 'stepClosed']);
    expect(() => item.decide('advice#1', 'given', liaison, { reasonId: 'note-3' })).toThrow(
      'already-decided',
    );
  });

  it('does not keep its giver from signing', () => {
    const item = opened();
    ask(item, 'legal-reviewer', liaison);
    item.decide('advice#1', 'given', legal, { reasonId: 'note-2' });
    expect(item.decide('legal-review#1', 'approved', legal).length).toBeGreaterThan(0);
  });

  it('may be asked for several times at once, and is given while the case rests', () => {
    const item = opened();
    ask(item, 'legal-reviewer', liaison);
    item.take({ type: 'suspend', officerId: manager, reason: note });
    ask(item, 'directorate-approver', liaison);
    item.decide('advice#2', 'given', officers.directorate, { reasonId: 'note-2' });
    item.decide('advice#1', 'given', legal, { reasonId: 'note-3' });
    expect(item.openSteps()).not.toContain('advice#1');
  });

  it('is withdrawn with the end of the case', () => {
    const item = opened();
    ask(item, 'legal-reviewer', liaison);
    const events = item.take({ type: 'endCase', officerId: manager, outcome: 'withdrawn', reason: note });
    expect(events).toContainEqual({ type: 'stepCancelled', key: 'advice#1' });
  });

  it('is asked of the own side in a case between two', () => {
    const item = new TransferCase();
    item.open();
    ask(item, 'regional-approver', officerOf('liaison', erbil.agencyCode), erbil.agencyCode);
    expect(item.authority?.agencyCode).toBe(erbil.agencyCode);
    item.decide('advice#1', 'given', officerOf('regional-approver', erbil.agencyCode), {
      reasonId: 'note-2',
    });
    expect(item.authority).toEqual({ role: 'regional-approver', agencyCode: erbil.agencyCode });
    expect(() => ask(item, 'manager', liaison, 'NCB')).toThrow('wrong-role');
    expect(item.current.parties?.requesting).toEqual(baghdad);
  });
});

describe('a case of a released version', () => {
  it.each(['outgoing-extradition-v1-0.2.0', 'suspect-transfer-v1-0.2.0'])('%s has all of these', (name) => {
    const file = join(__dirname, '../histories', `${name}.state.json`);
    const { state } = JSON.parse(readFileSync(file, 'utf8')) as { state: CaseState };
    const item = new InMemoryCase(procedureNamed(state.procedure), '2027-01-01T06:00:00.000Z');
    item.state = state;
    const before = item.openSteps();
    link(item);
    addNote(item, liaison, state.agencyCode);
    ask(item, 'manager', liaison, state.agencyCode);
    expect(item.openSteps()).toEqual(['advice#1', ...before].sort());
    item.decide('advice#1', 'given', manager, { reasonId: 'note-2' });
    unlink(item);
    expect([item.openSteps(), item.current.links]).toEqual([before, []]);
  });
});

import { randomUUID } from 'node:crypto';
import { findCurrentOfficer } from '../../services/officers/current-officer';
import { writeBehindItsBack } from '../services/reconcile/planted-case';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { liaison, openCase, readCase } from './case-play';

const manager = 'manager.baghdad';
const body = { reason: 'Invented: counsel wants the case under the law as it is now' };

describe('the law of a running case', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  /** A case as it would be if it had been opened before the law set any limit to it. */
  async function caseUnderOldLaw(): Promise<string> {
    const { id } = await openCase(caller);
    const { id: officerId } = await findCurrentOfficer(installation.context, manager);
    await writeBehindItsBack(installation, id, () => ({
      type: 'rebindLaw',
      commandId: randomUUID(),
      officerId,
      law: { on: '2019-01-01', instruments: ['SE-1957-668'], limits: [] },
      reason: { id: randomUUID(), hash: 'hash' },
    }));
    good(await caller.post(manager, `/cases/${id}/suspension`, body));
    good(await caller.post(manager, `/cases/${id}/resumption`, body));
    return id;
  }

  it('is replaced by that of today when a manager says so, with his reason in the timeline', async () => {
    const id = await caseUnderOldLaw();
    expect((await readCase(caller, id)).law?.limits).toEqual([]);
    good(await caller.post(manager, `/cases/${id}/law`, body));
    const { law } = await readCase(caller, id);
    expect(law?.on).toBe(new Date().toISOString().slice(0, 10));
    expect(law?.limits.map(({ rule }) => rule)).toContain('SWE23-40');
    const timeline = good<{ type: string; actor: string; note: unknown }[]>(
      await caller.get(liaison, `/cases/${id}/timeline`),
    );
    expect(timeline.findLast(({ type }) => type === 'lawRebound')).toMatchObject({
      actor: 'Sample officer manager.baghdad',
      note: body.reason,
    });
  });

  it('is left alone where it is the same, and by who is no manager', async () => {
    const { id } = await openCase(caller);
    expectProblem(await caller.post(manager, `/cases/${id}/law`, body), 409, 'law-unchanged');
    expect((await caller.post(liaison, `/cases/${id}/law`, body)).status).toBe(403);
  });
});

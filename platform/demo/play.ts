import type { CaseView } from '../../services/cases/get-case';
import type { ApiClient } from './api-client';
import { apiDesk } from './api-desk';
import { type Reply, readSwedenSamples } from './samples';
import { SwedenCase } from './sweden-case';

const liaison = 'liaison.baghdad';
const ncb = 'liaison.ncb';
const manager = 'manager.baghdad';

/** What one event of the sample becomes in the API. */
type Step = (item: SwedenCase, reply: Reply) => Promise<void>;

const steps: Readonly<Record<string, Step>> = {
  'provisional-arrest-requested': async (item, reply) => {
    await item.decide('approver.legal', 'urgent-approval', 'approved');
    await item.record(ncb, 'provisional-arrest-request', 'sent', reply, {
      details: { channel: reply.channel },
    });
  },
  'provisional-arrest': async (item, reply) => {
    await item.record(ncb, 'provisional-arrest', 'arrested', reply, {
      limitDate: reply.fileDueBy,
      details: { place: reply.place, note: reply.note },
    });
    await item.record(liaison, 'consular-access', 'arranged', reply);
  },
  transmitted: async (item, reply) => {
    await item.decide('approver.legal', 'legal-review', 'approved');
    await item.decide('approver.directorate', 'assurances', 'approved');
    await item.decide('approver.council', 'judicial-council', 'approved');
    await item.decide('approver.foreign', 'foreign-ministry', 'approved');
    await item.record(liaison, 'transmission', 'transmitted', reply);
  },
  received: (item, reply) =>
    item.record(liaison, 'receipt', 'received', reply, { details: { by: reply.by } }),
  'supplementary-information-asked': (item, reply) => item.ask(reply),
  'supplementary-information-sent': (item, reply) => item.answer(reply),
  opinion: (item, reply) => recordOutcome(item, 'opinion', reply),
  judgment: (item, reply) => recordOutcome(item, 'judgment', reply),
  decision: async (item, reply) => {
    await recordOutcome(item, 'decision', reply, { conditions: reply.conditions });
    const isConditional = reply.outcome === 'granted' && (reply.conditions ?? []).length > 0;
    if (isConditional) await item.decide('approver.legal', 'conditions-review', 'accepted');
  },
  'notice-of-decision': async (item, reply) => {
    await item.record(liaison, 'notice-of-decision', reply.outcome ?? 'notified', reply);
    if (reply.outcome !== 'postponed') await orderEscort(item, reply);
  },
  surrendered: (item, reply) =>
    item.record(liaison, 'surrender', 'surrendered', reply, {
      details: { place: reply.place, daysInCustody: reply.daysInCustody, escort: reply.escort },
    }),
  arrived: async (item, reply) => {
    await item.record(liaison, 'arrival', 'arrived', reply, { details: { place: reply.place } });
    await item.record(liaison, 'reasons-told', 'told', reply, { details: { language: 'ar' } });
    await item.record(liaison, 'counsel', 'appointed', reply);
    await item.record(liaison, 'interpreter', 'not-needed', reply);
    await item.record(liaison, 'family-informed', 'informed', reply);
  },
  'before-judge': async (item, reply) => {
    await item.record(liaison, 'before-judge', 'presented', reply, { details: { court: reply.court } });
    const { daysInCustodyAbroad: days } = await item.finished();
    if (days !== null) {
      await item.record(liaison, 'deduction', 'told', reply, { details: { court: reply.court, days } });
    }
  },
  'watch-ended': (item, reply) => item.decide(manager, 'speciality-watch', 'ended', reply.reason),
};

/** Escort and route; the sample flies without a stop. */
export function orderEscort(item: SwedenCase, reply: Reply): Promise<void> {
  return item.record(liaison, 'escort-order', 'ordered', reply, {
    details: { route: 'Stockholm to Baghdad (invented)' },
    ...(reply.conditions === undefined ? {} : { conditions: reply.conditions }),
  });
}

function recordOutcome(item: SwedenCase, step: string, reply: Reply, more: object = {}): Promise<void> {
  return item.record(liaison, step, reply.outcome ?? '', reply, { details: { by: reply.by }, ...more });
}

/** Takes the Sweden sample through the API to its end and returns the closed case. */
export async function playSwedenCase(api: ApiClient, say: (line: string) => void): Promise<CaseView> {
  const { request, replies } = await readSwedenSamples();
  const item = new SwedenCase(apiDesk(api), say);
  await item.open(request);
  for (const reply of replies) await playReply(item, reply);
  return await item.finished();
}

/** Takes one event of the sample into the case. */
export async function playReply(item: SwedenCase, reply: Reply): Promise<void> {
  const step = steps[reply.event];
  if (!step) throw new Error(`the sample holds an event that the demo does not know: ${reply.event}`);
  await step(item, reply);
}

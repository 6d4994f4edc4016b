import { document } from './in-memory-case';
import { IncomingCase, owed, toTheCourt, toTheGrant, toTheSurrender } from './incoming-case';
import { officerOf } from './transfer-case';

const heldSince = '2026-04-06T03:45:00.000Z';

function begun(changes: Parameters<IncomingCase['open']>[0] = {}, ...path: readonly string[]): IncomingCase {
  const item = new IncomingCase();
  item.open(changes);
  item.go(...path);
  return item;
}

/** Held on a judge's order, granted, and ready. */
const ready = () => begun({ heldSince }, ...toTheGrant, ...owed, 'readiness-notice', 'property');

describe('a person who is held when the request comes', () => {
  it('is in custody from the hour of his arrest, and the hours that are over are alarmed of at once', () => {
    const item = begun({ heldSince });
    expect(item.current.custody).toEqual({
      'arrest-1': { beganAt: heldSince, endedAt: null, endReason: null },
    });
    expect(item.current.clocks['CON19-24H:arrest#1']).toMatchObject({
      status: 'running',
      recordedLate: true,
    });
    item.passHours(0);
    expect(item.isOpen('mandatory-presentation')).toBe(true);
    expect(item.isOpen('mandatory-release')).toBe(false);
    item.passHours(24);
    expect(item.isOpen('mandatory-release')).toBe(true);
  });

  it('is owed his rights, his consul, an entry in the register and a judge', () => {
    const open = begun({ heldSince })
      .openSteps()
      .map((key) => key.replace('#1', ''));
    expect(open).toEqual(expect.arrayContaining(owed.filter((step) => step !== 'detention-order')));
    expect(begun({ heldSince, foreignNational: false }).isOpen('consular-notice')).toBe(false);
  });

  it('is told of once: an edit of the request neither moves nor repeats the arrest', () => {
    const item = begun({ heldSince }, 'release');
    item.edit({ heldSince: '2026-04-05T00:00:00.000Z' });
    expect(item.current.custody).toMatchObject({ 'arrest-1': { beganAt: heldSince, endReason: 'released' } });
    expect(item.isOpen('arrest')).toBe(false);
  });

  it('is not arrested a second time by an edit that tells of the arrest that was recorded', () => {
    const item = begun({}, 'domestic-warrant issued', 'arrest');
    const { beganAt } = item.current.custody['arrest-1'] ?? {};
    item.edit({ heldSince: beganAt ?? '', alreadyHeld: true });
    item.go('release');
    expect(item.current.custody).toMatchObject({ 'arrest-1': { beganAt, endReason: 'released' } });
    expect(Object.keys(item.current.custody)).toEqual(['arrest-1']);
  });

  it('is in custody from an edit that says so', () => {
    const item = begun();
    item.edit({ heldSince, alreadyHeld: true });
    expect(item.current.custody).toMatchObject({ 'arrest-1': { beganAt: heldSince, endedAt: null } });
  });
});

describe('a person at large', () => {
  it('is arrested on a warrant of a judge here, and again only on another', () => {
    const item = begun();
    expect(item.isOpen('arrest')).toBe(false);
    item.go('domestic-warrant refused', 'domestic-warrant issued', 'arrest', 'release released-on-bail');
    expect([item.isOpen('arrest'), item.isOpen('domestic-warrant')]).toEqual([false, true]);
    item.go('domestic-warrant issued', 'arrest');
    expect(Object.keys(item.current.custody)).toEqual(['arrest-1', 'arrest-2']);
    expect(item.current.clocks['CON19-24H:arrest#2']?.status).toBe('running');
  });

  it('is no longer wanted when the case is over: the warrant is taken back first', () => {
    const item = begun({}, 'domestic-warrant issued', 'withdrawal');
    expect(item.openSteps()).toEqual(['arrest#1', 'warrant-withdrawal#1']);
    item.go('warrant-withdrawal');
    expect(item.current.outcome).toBe('withdrawn');
  });
});

describe('the limits before the file', () => {
  const rules = (item: IncomingCase) =>
    ['RIY44-30', 'RIY44-60'].map((rule) => item.current.clocks[`${rule}:arrest#1`]?.status);

  it('are those of Riyadh where both States are parties, and none where nothing is known', () => {
    expect(rules(begun({ heldSince }))).toEqual(['running', 'running']);
    expect(rules(begun({ heldSince, requestingState: 'SE' }))).toEqual([undefined, undefined]);
  });

  it('are kept by the file', () => {
    expect(rules(begun({ heldSince }, 'receipt'))).toEqual(['met', 'met']);
  });

  it('go on to 60 days where the other State asks to continue the detention', () => {
    const item = begun({ heldSince }, 'detention-continuation');
    expect(rules(item)).toEqual(['met', 'running']);
    item.passHours(61 * 24);
    expect([item.isOpen('file-limit-passed'), item.isOpen('detention-cap-passed')]).toEqual([false, true]);
  });

  it('are not kept by the papers before the judge', () => {
    expect(rules(begun({ heldSince }, 'papers-to-judge'))).toEqual(['running', 'running']);
  });
});

describe('the court', () => {
  it('refuses: released at once, and nothing leads to a surrender any more', () => {
    const item = begun({ heldSince }, ...toTheCourt, 'papers-to-judge', 'court-decision refused');
    expect(item.current.status).toBe('release-due');
    expect(item.isOpen('immediate-release')).toBe(true);
    const [limit] = Object.entries(item.current.clocks).filter(([key]) => key.startsWith('SLA-IMMEDIATE'));
    expect(limit?.[1].terms?.dueAt).toBe(new Date(Date.parse(item.now) + 4 * 3_600_000).toISOString());
    for (const step of ['judicial-council', 'readiness-notice', 'surrender']) {
      expect(item.isOpen(step)).toBe(false);
      expect(() => item.record(step, 'surrendered')).toThrow('not-open');
    }
    item.go('consultation', 'refusal-notice');
    expect(item.current.outcome).toBeNull();
    item.go('immediate-release');
    expect(item.current.outcome).toBe('refused-by-court');
  });

  it('adjourns as often as it wants to', () => {
    const item = begun({}, ...toTheCourt.slice(0, -1), 'hearing adjourned', 'hearing adjourned', 'hearing');
    expect(item.isOpen('court-decision')).toBe(true);
  });

  it('is not said to have decided before it heard the person', () => {
    const item = begun({}, ...toTheCourt);
    const before = new Date(Date.parse(item.now) - 60_000).toISOString();
    expect(() => item.record('court-decision', 'accepted', { occurredAt: before })).toThrow(
      'before-its-cause',
    );
  });
});

describe('a refusal', () => {
  it('is final when the other State was heard, where an instrument asks for it', () => {
    const item = begun({ requestingState: 'SE' }, 'receipt', 'legal-review refused');
    expect(item.openSteps()).toEqual(['consultation#1', 'withdrawal#1']);
    item.go('consultation no-answer', 'refusal-notice');
    expect(item.current.outcome).toBe('not-admissible');
  });

  it('needs no consultation where none does', () => {
    const item = begun({ requestingState: 'SA' }, 'receipt', 'legal-review refused');
    expect(item.openSteps()).toEqual(['refusal-notice#1', 'withdrawal#1']);
  });

  it.each([
    [
      ['legal-review', 'court-referral', 'hearing', 'court-decision', 'judicial-council refused'],
      'refused-by-minister',
    ],
    [
      [
        ...['legal-review', 'court-referral', 'hearing', 'court-decision'],
        'judicial-council',
        'foreign-ministry refused',
      ],
      'refused-by-minister',
    ],
  ])('of the executive ends the case: %s', (path, outcome) => {
    const item = begun({ requestingState: 'SA' }, 'receipt', ...path, 'refusal-notice');
    expect(item.current.outcome).toBe(outcome);
  });

  it('may be taken back by who signed it until the other State has been told', () => {
    const item = begun({ requestingState: 'SA' }, 'receipt', 'legal-review refused');
    const openedSeq = item.current.steps['legal-review#1']?.openedSeq ?? 0;
    const officerId = officerOf('legal-reviewer', 'AHTD-BAGHDAD');
    const reason = { id: 'note-1', hash: 'hash' };
    item.take({ type: 'rescind', officerId, step: { key: 'legal-review#1', openedSeq }, reason });
    expect(item.isOpen('legal-review')).toBe(true);
    expect(item.isOpen('refusal-notice')).toBe(false);
  });
});

describe('the surrender', () => {
  it('comes after court, Council and Ministry, on a judge’s order, with the person told of his rights', () => {
    const item = begun({ heldSince }, ...toTheGrant, 'readiness-notice', 'property');
    for (const step of owed) {
      expect(() => item.record('surrender', 'surrendered')).toThrow('not-open');
      item.go(step);
    }
    item.go('surrender');
    expect(item.current.custody['arrest-1']).toMatchObject({ endReason: 'surrendered' });
    expect(item.openSteps()).toEqual(['surrender-report#1']);
    item.go('surrender-report');
    expect(item.current.outcome).toBe('surrendered');
  });

  it('is signed at two levels by two persons', () => {
    const item = begun({ heldSince }, ...toTheGrant.slice(0, -1));
    const council = officerOf('judicial-council-approver', 'AHTD-BAGHDAD');
    expect(() => item.decide('foreign-ministry#1', 'approved', council)).toThrow('four-eyes');
    expect(item.isOpen('readiness-notice')).toBe(false);
  });

  it('is not that of a person who is at large', () => {
    const item = begun({}, ...toTheGrant);
    expect([item.isOpen('readiness-notice'), item.isOpen('domestic-warrant')]).toEqual([false, true]);
  });

  it('waits while the person is prosecuted here', () => {
    const item = begun({ heldSince }, ...toTheGrant, ...owed, 'postponement');
    expect(item.current.status).toBe('postponed');
    expect(item.isOpen('readiness-notice')).toBe(false);
    item.go('postponement-end', ...toTheSurrender, 'surrender-report');
    expect(item.current.outcome).toBe('surrendered');
  });

  it('fixes what the request says', () => {
    const item = ready();
    item.go('surrender');
    expect(() => item.edit({ nationalOfRequestedState: true })).toThrow('content-signed-out');
  });
});

describe('the two months from the notice that the person is ready', () => {
  const limit = (item: IncomingCase) => item.current.clocks['CPC367-2M:readiness-notice#1'];

  it('are kept by the surrender', () => {
    const item = ready();
    expect(limit(item)).toMatchObject({ status: 'running', terms: { effect: 'release' } });
    item.go('surrender');
    expect(limit(item)?.status).toBe('met');
  });

  it('pass: released at once, and not surrendered any more', () => {
    const item = ready();
    item.passHours(62 * 24);
    expect(item.isOpen('readiness-limit-passed')).toBe(true);
    item.go('readiness-limit-passed release-ordered');
    expect([item.isOpen('surrender'), item.isOpen('immediate-release')]).toEqual([false, true]);
    item.go('immediate-release');
    expect(item.current.outcome).toBe('not-taken-over');
  });

  it('go on while somebody looks at the nationality', () => {
    const item = ready();
    item.edit({ nationalOfRequestedState: true });
    item.edit({ nationalOfRequestedState: false });
    expect(limit(item)?.status).toBe('running');
  });

  it('need not pass where the escort does not come', () => {
    const item = ready();
    item.go('surrender not-taken-over', 'immediate-release');
    expect(item.current.outcome).toBe('not-taken-over');
  });
});

describe('concurrent requests', () => {
  const asked = { concurrent: true, requestingState: 'SA' };

  it('are ranked by a person with reasons before the review', () => {
    const item = begun(asked, 'receipt');
    expect(item.isOpen('legal-review')).toBe(false);
    const reviewer = officerOf('legal-reviewer', 'AHTD-BAGHDAD');
    expect(() => item.decide('concurrence-ranking#1', 'this-request-first', reviewer)).toThrow(
      'reason-missing',
    );
    item.go('concurrence-ranking this-request-first');
    expect(item.isOpen('legal-review')).toBe(true);
  });

  it('put this one off for another, until it is known what became of that', () => {
    const item = begun(asked, 'receipt', 'concurrence-ranking another-request-first');
    expect(item.current.status).toBe('postponed-for-another-request');
    item.go('other-request-outcome refused', 'refusal-notice');
    expect(item.current.outcome).toBe('refused-for-another-request');
  });
});

describe('the other State', () => {
  it.each([
    ['before anything was looked at', {}, []],
    ['before the court', { heldSince }, toTheCourt],
    ['when the person is ready', { heldSince }, [...toTheGrant, ...owed, 'readiness-notice']],
  ])('withdraws %s, and whoever is held goes free', (_when, changes, path) => {
    const item = begun(changes, ...path, 'withdrawal');
    if (item.current.custody['arrest-1']) item.go('immediate-release');
    expect(item.current.outcome).toBe('withdrawn');
  });

  it('is asked for what is missing, with a day of ours', () => {
    const item = begun({ gaps: ['photograph'] }, 'receipt');
    const asked = { items: ['photograph'], answerBy: '2026-05-01', zone: 'Asia/Baghdad' };
    item.take({
      type: 'requestDocuments',
      officerId: officerOf('liaison', 'AHTD-BAGHDAD'),
      step: 'supplementary-information',
      ...asked,
      occurredAt: item.now,
      details: null,
      proof: [document],
    });
    expect(item.current.clocks['SET-BY-US:supplementary-information#1']?.terms).toMatchObject({
      lastDay: '2026-05-01',
      effect: 'answer-overdue',
    });
  });
});

it('a person who dies in custody ends the case', () => {
  expect(begun({ heldSince }, 'release died').current.outcome).toBe('person-died');
  expect(begun({ heldSince }, 'withdrawal', 'immediate-release died').current.outcome).toBe('person-died');
});

it('a manager ends the case when nobody is held because of it any more', () => {
  const item = begun({ heldSince });
  const reason = { id: 'note-1', hash: 'hash' };
  item.take({ type: 'endCase', officerId: 'manager', outcome: 'prosecuted-instead', reason });
  expect(item.current.outcome).toBeNull();
  item.go('immediate-release held-on-other-grounds');
  expect(item.current.outcome).toBe('prosecuted-instead');
});

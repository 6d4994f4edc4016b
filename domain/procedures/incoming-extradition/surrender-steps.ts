import type { StepDeclaration } from '../step';

const recorded = { kind: 'fact', queue: 'todo', role: 'liaison', proof: 'required' } as const;
const nothing = [] as const;

/** From the decision to the handover, and what is told when there is none. */
export const surrenderSteps = {
  'readiness-notice': {
    ...recorded,
    serviceLevel: 'SLA-TRANSMISSION',
    outcomes: ['notified'],
    notBefore: ['court-decision', 'arrest'],
    source: 'Iraq CPC 23/1971 art. 367: two months from the notice; conditions by art. 362(D)',
    next: { notified: ['property'] },
  },
  postponement: {
    ...recorded,
    queue: 'awaited',
    outcomes: ['postponed'],
    notBefore: ['court-decision'],
    source: 'Iraq CPC 23/1971 art. 364 (no text was read): the person is prosecuted in Iraq',
    next: { postponed: ['postponement-end'] },
  },
  'postponement-end': {
    ...recorded,
    queue: 'awaited',
    serviceLevel: 'SLA-STATUS-QUERY',
    outcomes: ['resumed'],
    notBefore: ['postponement'],
    source: 'Iraq CPC 23/1971 art. 364 (no text was read)',
    next: { resumed: ['readiness-notice', 'postponement'] },
  },
  property: {
    ...recorded,
    outcomes: ['listed', 'none'],
    proof: 'optional',
    source: 'Riyadh 1983 art. 47; practice: what goes with the person is listed',
    next: { listed: ['surrender'], none: ['surrender'] },
  },
  surrender: {
    ...recorded,
    queue: 'awaited',
    gravest: true,
    outcomes: ['surrendered', 'not-taken-over'],
    takesItsCourse: ['surrendered'],
    notBefore: ['readiness-notice', 'court-decision', 'arrest', 'detention-order', 'release'],
    fixesContent: ['surrendered'],
    source: "Iraq CPC 23/1971 art. 367; CED art. 17(3): protocol signed here, with the escort's receipt",
    next: {
      surrendered: ['surrender-report'],
      'not-taken-over': ['not-taken-over-follow-up'],
    },
  },
  'not-taken-over-follow-up': {
    kind: 'followUp',
    queue: 'todo',
    role: 'manager',
    serviceLevel: 'SLA-FOLLOW-UP',
    outcomes: ['new-date', 'release-ordered'],
    reasonFor: ['new-date', 'release-ordered'],
    source:
      'Iraq CPC 23/1971 art. 367: released when two months have passed, and not when an escort misses a day',
    next: { 'new-date': ['surrender'], 'release-ordered': ['immediate-release'] },
  },
  'readiness-limit-passed': {
    kind: 'expiry',
    queue: 'todo',
    role: 'manager',
    outcomes: ['release-ordered', 'still-held'],
    reasonFor: ['release-ordered', 'still-held'],
    source: 'Iraq CPC 23/1971 art. 367: not taken over within two months, released at once',
    next: { 'release-ordered': ['immediate-release'], 'still-held': nothing },
  },
  'surrender-report': {
    ...recorded,
    serviceLevel: 'SLA-TRANSMISSION',
    outcomes: ['told'],
    notBefore: ['surrender'],
    source: 'Riyadh 1983 art. 51: days in custody are deducted; conditions by Iraq CPC art. 362(D)',
    next: { told: ['end'] },
  },
  withdrawal: {
    ...recorded,
    queue: 'awaited',
    outcomes: ['withdrawn'],
    source: 'practice: the requesting State may withdraw its request at any time',
    next: { withdrawn: ['immediate-release', 'warrant-withdrawal', 'end'] },
  },
  consultation: {
    ...recorded,
    serviceLevel: 'SLA-FOLLOW-UP',
    outcomes: ['held', 'no-answer'],
    source: 'UNTOC art. 16(16); UNCAC art. 44(17): the requesting State is heard before a refusal',
    next: {
      held: ['refusal-notice', 'nationality-notice'],
      'no-answer': ['refusal-notice', 'nationality-notice'],
    },
  },
  'refusal-notice': {
    ...recorded,
    serviceLevel: 'SLA-FOLLOW-UP',
    outcomes: ['told'],
    source: 'UNTOC art. 16(16); Riyadh 1983 art. 48 (to be checked): a refusal is reasoned',
    next: { told: ['end'] },
  },
  'nationality-notice': {
    ...recorded,
    serviceLevel: 'SLA-FOLLOW-UP',
    outcomes: ['told'],
    source: 'Iraq Constitution art. 21(1); CPC 23/1971 art. 358(4); UNTOC art. 16(10)',
    next: { told: ['end'] },
  },
  'prosecution-proposal': {
    kind: 'followUp',
    queue: 'todo',
    role: 'manager',
    serviceLevel: 'SLA-FOLLOW-UP',
    outcomes: ['prosecution-here-proposed', 'legal-assistance-proposed', 'no-further-action'],
    reasonFor: ['no-further-action'],
    source: 'UNTOC art. 16(10): prosecuted here without undue delay; Riyadh 1983 art. 39',
    next: {
      'prosecution-here-proposed': ['end'],
      'legal-assistance-proposed': ['end'],
      'no-further-action': ['end'],
    },
  },
} as const satisfies Record<string, StepDeclaration>;

import type { StepDeclaration } from '../step';
import { refusalReasons } from './refusal-reasons';

const parts = 'UNTOC art. 18(24): as soon as possible; practice: what is known is answered first';
const reasons = 'UNTOC art. 18(23): reasons are given for a refusal (to be checked)';

/** What is done about each question. A visit is a question, by its number. */
export const questionSteps = {
  question: {
    kind: 'question',
    queue: 'todo',
    party: 'requested',
    role: 'liaison',
    sends: 'answer',
    asked: { release: 'answer-release', withdrawals: ['question-withdrawal', 'request-withdrawal'] },
    outcomes: ['answered', 'refused', 'prepared'],
    reasonFor: ['refused'],
    codes: refusalReasons,
    source: parts,
    next: {
      answered: ['message-receipt', 'answer-dispatch'],
      refused: ['message-receipt', 'answer-dispatch'],
      prepared: ['answer-release'],
    },
  },
  'answer-release': {
    kind: 'approval',
    queue: 'todo',
    party: 'requested',
    role: 'legal-reviewer',
    roleInRegion: 'regional-approver',
    stage: 'release',
    // What was released has left: nobody takes that back.
    actedOnBy: 'answer-release',
    releases: 'question',
    serviceLevel: 'SLA-LEGAL-REVIEW',
    outcomes: ['approved', 'given-back'],
    reasonFor: ['given-back'],
    source: 'house rule: what is sensitive or kept close does not leave by one hand',
    next: { approved: ['message-receipt', 'answer-dispatch'], 'given-back': [] },
  },
  'question-withdrawal': {
    kind: 'message',
    queue: 'awaited',
    party: 'requesting',
    role: 'liaison',
    sends: 'withdrawal',
    outcomes: ['withdrawn'],
    source: 'practice: who asks may stop asking',
    next: { withdrawn: ['message-receipt'] },
  },
  'answer-abroad': {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['answered', 'refused'],
    notBefore: ['receipt-abroad'],
    proof: 'required',
    source: reasons,
    next: { answered: ['end'], refused: ['end'] },
  },
  'answer-dispatch': {
    kind: 'fact',
    queue: 'todo',
    role: 'liaison',
    serviceLevel: 'SLA-TRANSMISSION',
    outcomes: ['sent'],
    notBefore: ['request-received'],
    proof: 'required',
    source: 'UNTOC art. 18(13): through the central authority',
    next: { sent: ['end'] },
  },
  'withdrawal-recorded': {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['withdrawn'],
    notBefore: ['transmission-abroad', 'request-received'],
    proof: 'required',
    source: 'practice: who asks may stop asking',
    next: { withdrawn: ['end'] },
  },
} as const satisfies Record<string, StepDeclaration>;

import { correctionSteps } from '../../domain/procedures/aside-steps';
import type { StepDeclaration } from '../../domain/procedures/step';

/** Transfer of a sentenced person, who goes on serving at home. The declared steps. */
export const sentencedTransferSteps = {
  'request-checklist': {
    kind: 'checklist',
    queue: 'todo',
    role: 'liaison',
    outcomes: ['complete', 'gaps'],
    source: 'UNTOC art. 17; bilateral agreements',
    next: { complete: ['legal-review'], gaps: ['legal-review'] },
  },
  'legal-review': {
    kind: 'approval',
    queue: 'todo',
    role: 'legal-reviewer',
    stage: 'legal',
    actedOnBy: 'person-consent',
    serviceLevel: 'SLA-LEGAL-REVIEW',
    outcomes: ['approved', 'refused'],
    reasonFor: ['refused'],
    source: 'UNTOC art. 17; bilateral agreements',
    next: { approved: ['person-consent'], refused: ['end'] },
  },
  'person-consent': {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['consented', 'not-consented'],
    proof: 'required',
    source: 'bilateral agreements: nobody is transferred against his will',
    next: { consented: ['state-consent'], 'not-consented': ['end'] },
  },
  'state-consent': {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['consented', 'not-consented'],
    notBefore: ['person-consent'],
    proof: 'required',
    source: 'bilateral agreements',
    next: { consented: ['handover'], 'not-consented': ['end'] },
  },
  handover: {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['handed-over', 'not-taken-over'],
    notBefore: ['state-consent'],
    proof: 'required',
    source: 'bilateral agreements: place and time are agreed',
    next: { 'handed-over': ['end'], 'not-taken-over': ['handover'] },
  },
  ...correctionSteps,
} as const satisfies Record<string, StepDeclaration>;

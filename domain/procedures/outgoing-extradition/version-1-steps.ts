import type { Next, StepDeclaration } from '../step';
import { stepsOfEveryVersion as steps } from './steps';

const notSent = ['end', 'arrest-request-withdrawal'] as const;
const judged = ['speciality-watch'] as const;
const nothing = [] as const;

/** Where each step of the first version leads, by its outcome. Nothing here changes any more. */
const courses = {
  'request-checklist': { complete: ['person-checks'], gaps: ['person-checks'] },
  'person-checks': {
    clear: ['legal-review', 'urgent-approval'],
    proceed: ['legal-review', 'urgent-approval'],
    stop: notSent,
  },
  'urgent-approval': { approved: ['provisional-arrest-request'], refused: nothing },
  'legal-review': { approved: ['assurances'], refused: notSent },
  assurances: { approved: ['judicial-council'], refused: notSent },
  'judicial-council': { approved: ['foreign-ministry'], refused: notSent },
  'foreign-ministry': { approved: ['transmission'], refused: notSent },
  transmission: { transmitted: ['receipt'] },
  receipt: { received: ['opinion', 'status-query', 'supplementary-information'] },
  'provisional-arrest-request': { sent: ['provisional-arrest'] },
  'provisional-arrest': { arrested: ['release-abroad'], refused: ['end'] },
  'release-expected': { 'release-confirmed': nothing, 'still-held': nothing, 'measure-extended': nothing },
  'release-abroad': { released: ['end'], died: ['end'], 'held-on-other-grounds': ['end'] },
  'arrest-request-withdrawal': { withdrawn: ['end'] },
  'supplementary-information': { answered: ['supplementary-information'] },
  'status-query': { answered: ['status-query'], 'no-answer': ['status-query'] },
  opinion: { 'no-obstacle': ['judgment'], obstacle: ['judgment'], 'manifestly-unfounded': ['decision'] },
  judgment: { 'no-obstacle': ['decision'], obstacle: ['decision'], 'not-needed-consent': ['decision'] },
  decision: { granted: ['notice-of-decision'], refused: ['refusal-follow-up'] },
  'refusal-follow-up': { 'prosecution-there-proposed': ['end'], 'no-further-action': ['end'] },
  'notice-of-decision': { notified: ['surrender'] },
  'pick-up-limit-passed': {
    'release-confirmed': nothing,
    'still-held': nothing,
    'extraordinary-reasons': nothing,
  },
  surrender: { surrendered: ['arrival'], 'not-taken-over': ['not-taken-over-follow-up'] },
  'not-taken-over-follow-up': {
    'new-date': ['notice-of-decision'],
    abandoned: ['arrest-request-withdrawal', 'end'],
  },
  arrival: { arrived: ['before-judge'] },
  'before-judge': { presented: judged, released: judged },
  'mandatory-presentation': { 'judge-extended': nothing, 'still-held': nothing },
  'mandatory-release': { 'release-ordered': nothing, 'still-held': nothing },
  'speciality-watch': { ended: ['end'] },
  'fact-correction': { confirmed: nothing, rejected: nothing },
  advice: { given: nothing },
} as const satisfies { readonly [S in keyof typeof steps]?: Readonly<Record<string, readonly Next[]>> };

/**
 * The steps of the first version, as cases that were opened in it go through them: what the later one brought in is not
 * among them, and what it left out is.
 */
export const outgoingExtraditionStepsOfVersion1: Readonly<Record<string, StepDeclaration>> =
  Object.fromEntries(
    Object.entries(courses).map(([step, next]) => {
      const declared = steps[step as keyof typeof courses];
      return [step, { ...declared, outcomes: Object.keys(next), next }];
    }),
  );

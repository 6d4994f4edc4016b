import type { PartyName } from '../../case/parties';
import type { Next, StepDeclaration } from '../step';
import { rightsSteps } from './rights-steps';

/** What differs between the procedures in which somebody is held in Iraq. */
interface CustodyPlace<Releases extends readonly string[]> {
  /** The side that holds the person, in a procedure between two. */
  readonly party?: PartyName;
  /** What may be opened with an arrest beside the custody itself. */
  readonly arrested: readonly Next[];
  /** What may be opened when nothing is owed to the person any more. */
  readonly ready: readonly Next[];
  /** What may be opened when the person is free again, and when a judge has let him go at once. */
  readonly free: readonly Next[];
  readonly freeAtOnce: readonly Next[];
  /** What may be opened when nobody was found to be held. */
  readonly notHeld: readonly Next[];
  /** How a period of custody may end. */
  readonly releases: Releases;
  /** Another step that records a release. */
  readonly releasedToo?: string;
}

const limitation = 'Iraq Constitution art. 19(13)';
const nothing = [] as const;
const rights = ['reasons-told', 'counsel', 'interpreter', 'family-informed', 'consular-notice'] as const;

/**
 * Custody in Iraq, one period after another, each from an arrest to a release: hours of the Constitution, entry in the
 * register, rights of the person, orders of detention. The steps of every procedure in which somebody is held here.
 */
export function custodySteps<const Releases extends readonly string[]>({
  party,
  arrested,
  ready,
  free,
  freeAtOnce,
  notHeld,
  releases,
  releasedToo,
}: CustodyPlace<Releases>) {
  const ofHolder = party === undefined ? {} : { party };
  const recorded = { ...ofHolder, kind: 'fact', queue: 'todo', role: 'liaison' } as const;
  const expired = { ...ofHolder, kind: 'expiry', queue: 'todo', role: 'manager' } as const;
  return {
    arrest: {
      ...recorded,
      outcomes: ['arrested', 'not-held'],
      notBefore: ['papers-to-judge', 'release', ...(releasedToo === undefined ? [] : [releasedToo])],
      proof: 'optional',
      source: 'practice of the handover, step 5; Iraq CPC 23/1971 arts. 92-95',
      next: {
        arrested: ['register-entry', ...rights, 'papers-to-judge', 'release', ...arrested],
        'not-held': notHeld,
      },
    },
    'register-entry': {
      ...recorded,
      outcomes: ['entered'],
      notBefore: ['arrest'],
      proof: 'optional',
      source: "Iraq, Prime Minister's Order 57 (that it is in force is to be checked); CED art. 17(3)",
      next: { entered: ready },
    },
    'register-entry-missed': {
      ...expired,
      outcomes: ['entered-late', 'still-missing'],
      reasonFor: ['entered-late', 'still-missing'],
      source: "Iraq, Prime Minister's Order 57 (that it is in force is to be checked)",
      next: { 'entered-late': nothing, 'still-missing': nothing },
    },
    ...rightsSteps(recorded, ready),
    'papers-to-judge': {
      ...recorded,
      outcomes: ['detained', 'released'],
      notBefore: ['arrest'],
      proof: 'required',
      source: `${limitation}: papers before the competent judge within 24 hours, extended once`,
      next: { detained: ['detention-order'], released: freeAtOnce },
    },
    'mandatory-presentation': {
      ...expired,
      outcomes: ['judge-extended', 'still-held'],
      reasonFor: ['judge-extended', 'still-held'],
      source: limitation,
      next: { 'judge-extended': nothing, 'still-held': nothing },
    },
    'mandatory-release': {
      ...expired,
      outcomes: ['release-ordered', 'still-held'],
      reasonFor: ['release-ordered', 'still-held'],
      source: limitation,
      next: { 'release-ordered': nothing, 'still-held': nothing },
    },
    'detention-order': {
      ...recorded,
      queue: 'awaited',
      outcomes: ['ordered'],
      notBefore: ['papers-to-judge', 'detention-order'],
      proof: 'required',
      limitDate: 'optional',
      source: 'Iraq CPC 23/1971 art. 109: 15 days an order',
      next: { ordered: ['detention-order', ...ready] },
    },
    'detention-order-missing': {
      ...expired,
      outcomes: ['order-given', 'release-ordered', 'still-held'],
      reasonFor: ['order-given', 'release-ordered', 'still-held'],
      source: 'Iraq CPC 23/1971 art. 109: 15 days from the day on which the judge detained',
      next: { 'order-given': nothing, 'release-ordered': nothing, 'still-held': nothing },
    },
    'detention-order-ended': {
      ...expired,
      outcomes: ['renewed-late', 'release-ordered', 'still-held'],
      reasonFor: ['renewed-late', 'release-ordered', 'still-held'],
      source: 'Iraq CPC 23/1971 art. 109',
      next: { 'renewed-late': nothing, 'release-ordered': nothing, 'still-held': nothing },
    },
    'leave-of-criminal-court': {
      ...expired,
      outcomes: ['leave-given', 'release-ordered', 'still-held'],
      reasonFor: ['leave-given', 'release-ordered', 'still-held'],
      source: 'Iraq CPC 23/1971 art. 109: at most six months without leave of the Criminal Court',
      next: { 'leave-given': nothing, 'release-ordered': nothing, 'still-held': nothing },
    },
    release: {
      ...recorded,
      queue: 'awaited',
      outcomes: releases,
      notBefore: ['arrest'],
      proof: 'required',
      source: 'Iraq CPC 23/1971 arts. 109-110; practice of the handover, step 14',
      next: Object.fromEntries<readonly Next[]>(
        releases.map((outcome) => [outcome, outcome === 'died' ? ['end'] : free]),
      ),
    },
  } as const satisfies Record<string, StepDeclaration>;
}

/** The steps of custody whatever may end a period of it. */
export type CustodySteps = ReturnType<typeof custodySteps<readonly string[]>>;

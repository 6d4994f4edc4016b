import type { EventBody } from '../../../domain/case/events';

export const clockEvents = [
  'clockStarted',
  'clockRecomputed',
  'clockWarned',
  'clockMet',
  'clockExpired',
  'clockStopped',
] as const;
export type ClockEvent = Extract<EventBody, { type: (typeof clockEvents)[number] }>;

export const stepEvents = ['stepOpened', 'stepClosed', 'stepReopened', 'stepCancelled'] as const;
export type StepEvent = Extract<EventBody, { type: (typeof stepEvents)[number] }>;
export type MatterEvent = Exclude<EventBody, ClockEvent | StepEvent>;

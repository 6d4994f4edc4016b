import type { Reply } from '../demo/samples';

/** The place of an event in the sample. @throws Error when it holds none of that name */
export function placeOf(sample: readonly Reply[], event: string): number {
  const place = sample.findIndex((reply) => reply.event === event);
  if (place < 0) throw new Error(`the sample holds no event ${event}`);
  return place;
}

/** The events of the sample before one of them. */
export function before(sample: readonly Reply[], event: string): Reply[] {
  return sample.slice(0, placeOf(sample, event));
}

/** The events of the sample from one of them on. */
export function from(sample: readonly Reply[], event: string): Reply[] {
  return sample.slice(placeOf(sample, event));
}

export function eventOf(sample: readonly Reply[], event: string): Reply {
  const found = sample[placeOf(sample, event)];
  if (!found) throw new Error(`the sample holds no event ${event}`);
  return found;
}

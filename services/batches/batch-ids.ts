import { v5 as uuidv5 } from 'uuid';
import { caseIdOf, type RepeatableRequest } from '../commands/idempotency';

const namespace = '7c0c6c0e-1a53-4f5c-9f1c-3f7e0f1f9a42';

/** Id of the batch that a request opens: the same for every repetition, another for every officer. */
export function batchIdOf({ officerId, key }: Pick<RepeatableRequest, 'officerId' | 'key'>): string {
  return uuidv5(`batch:${officerId}:${key}`, namespace);
}

/**
 * The key under which a person of a batch is opened. Case and command take their ids from it, so that he is opened once
 * however often it is tried. No key of a caller holds a space.
 */
export function personKey(batchId: string, place: number): string {
  return `batch ${batchId} ${place}`;
}

/** Id of the case of a person of a batch. */
export function personCaseId(batchId: string, place: number, officerId: string): string {
  return caseIdOf({ officerId, key: personKey(batchId, place) });
}

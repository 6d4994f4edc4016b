import type { z } from 'zod';
import type { InputFault } from '../services/errors';

/** Every fault that zod found, with a JSON Pointer to it (RFC 6901); unknown fields one by one. */
export function faultsOf(error: z.ZodError): InputFault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) => ({
        pointer: pointerTo([...issue.path, name]),
        detail: 'unknown-field',
      }));
    }
    return [{ pointer: pointerTo(issue.path), detail: issue.message }];
  });
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256, in hex, of a value's canonical JSON (RFC 8785): equal values have equal hashes, whatever their key order. */
export function hashOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON values can be hashed');
  return createHash('sha256').update(text).digest('hex');
}

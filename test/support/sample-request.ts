import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutgoingRequest } from '../../domain/procedures/outgoing-extradition/request';

/** The sample request as the API takes it, with the documents given. */
export function sampleRequest(documents: OutgoingRequest['documents'] = []): OutgoingRequest {
  const path = join(__dirname, '../../samples/sweden-request.json');
  const {
    procedure: _procedure,
    missingOnPurpose: _missing,
    ...request
  } = JSON.parse(readFileSync(path, 'utf8'));
  return { ...request, documents };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutgoingRequest } from '../../domain/procedures/outgoing-extradition/request';
import {
  type TransferRequest,
  transferRequestSchema,
} from '../../domain/procedures/suspect-transfer/request';

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

/** A person of the sample batch, whom Erbil arrested an hour ago, as the API takes a request of one. */
export function sampleTransfer(index = 0): TransferRequest {
  const path = join(__dirname, '../../samples/regional-transfer-batch.json');
  const { from, to, persons } = JSON.parse(readFileSync(path, 'utf8'));
  const { warrant, arrest, note: _note, ...person } = persons[index];
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return transferRequestSchema.parse({ from, to, person, warrant, arrest: { ...arrest, at } });
}

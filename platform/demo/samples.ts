import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config';

const requestSample = z.looseObject({
  procedure: z.literal('outgoing-extradition'),
  documents: z.array(
    z.looseObject({ item: z.string(), file: z.string(), certified: z.boolean().optional() }),
  ),
  missingOnPurpose: z.array(z.string()),
});

const replySample = z.looseObject({
  at: z.iso.datetime({ offset: true }),
  event: z.string(),
  channel: z.string().optional(),
  place: z.string().optional(),
  note: z.string().optional(),
  fileDueBy: z.iso.date().optional(),
  by: z.string().optional(),
  proof: z.string().optional(),
  items: z.array(z.string()).optional(),
  answerBy: z.iso.date().optional(),
  agreedFor: z.iso.date().optional(),
  zone: z.string().optional(),
  outcome: z.string().optional(),
  conditions: z.array(z.string()).optional(),
  daysInCustody: z.number().optional(),
  escort: z.number().optional(),
  court: z.string().optional(),
  reason: z.string().optional(),
});

export type RequestSample = z.infer<typeof requestSample>;
export type Reply = z.infer<typeof replySample>;

/** The sample request and what the other side said, day by day. */
export async function readSwedenSamples(): Promise<{ request: RequestSample; replies: Reply[] }> {
  const read = async (name: string) => JSON.parse(await readFile(join(projectRoot, 'samples', name), 'utf8'));
  const request = requestSample.parse(await read('sweden-request.json'));
  const { events } = z.looseObject({ events: z.array(replySample) }).parse(await read('sweden-replies.json'));
  return { request, replies: events };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sides } from '../../domain/case/parties';
import { projectRoot } from '../config';

const sample = z.looseObject({
  procedure: z.literal('information-exchange'),
  from: z.enum(sides),
  to: z.enum(sides),
  linkedCase: z.string(),
  questions: z.array(z.looseObject({ sensitive: z.boolean().optional(), document: z.boolean().optional() })),
});

export type InformationSample = z.infer<typeof sample>;

/** The sample request: Baghdad asks Erbil. It says in words which case it is linked to. */
export async function readInformationSample(): Promise<InformationSample> {
  const path = join(projectRoot, 'samples', 'information-request.json');
  return sample.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** What is opened: the sample, linked to a case where there is one. */
export function requestOf(
  { procedure: _procedure, linkedCase: _inWords, ...request }: InformationSample,
  linkedCase: string | null,
) {
  return { ...request, ...(linkedCase === null ? {} : { linkedCase }) };
}

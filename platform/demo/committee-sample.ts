import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nextWorkingMorning } from '../../domain/committee/ballot';
import { projectRoot } from '../config';

const count = z.int().min(0);

const sample = z.looseObject({
  resolution: z.object({
    title: z.string(),
    /** In words; the procedure's own default is the same. */
    openFrom: z.literal('the next working day 09:00 Asia/Baghdad').transform(() => nextWorkingMorning),
    openForWorkingDays: z.int(),
  }),
  votes: z.object({ for: count, against: count, abstain: count, recused: count, absent: count }),
});

export type CommitteeSample = z.infer<typeof sample>;
export type SampleVotes = CommitteeSample['votes'];

/** The sample resolution, and how often the seats say what. */
export async function readCommitteeSample(): Promise<CommitteeSample> {
  return sample.parse(JSON.parse(await readFile(join(projectRoot, 'samples', 'committee.json'), 'utf8')));
}

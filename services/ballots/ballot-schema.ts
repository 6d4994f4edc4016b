import { z } from 'zod';
import { ballotCauses, ballotOutcomes, voices } from '../../domain/committee/ballot';
import { standings } from '../../domain/committee/committee';
import { committeeRulesSchema } from '../committee/committee-schemas';

const instant = z.iso.datetime();
const standing = z.enum(standings);
const voice = z.enum(voices);
const count = z.int().min(0);
const tally = z.object({ for: count, against: count, abstain: count, recused: count, absent: count });

export const ballotSchema = z
  .object({
    caseId: z.uuid(),
    reference: z.string(),
    stepKey: z.string(),
    state: z
      .enum(['announced', 'open', 'over', 'withdrawn'])
      .describe('`announced` before it opens; `over` when it is counted or about to be'),
    contentHash: z.string().describe('What is voted on'),
    roster: z.int().describe('The change of the committee after which it was asked'),
    rules: committeeRulesSchema.describe('As they were when it opened'),
    opensAt: instant,
    closesAt: instant,
    closedAt: instant.nullable(),
    cause: z.enum(ballotCauses).nullable(),
    outcome: z.enum(ballotOutcomes).nullable(),
    tally: tally.nullable().describe('Seats by what they said; null until it is counted'),
    chairDecision: z.string().nullable().describe('What the chair decided on a tie'),
    seats: z.array(
      z.object({
        code: z.string(),
        body: z.string().nullable(),
        chair: z.boolean(),
        hasSpoken: z.boolean(),
        voice: voice
          .nullable()
          .describe('Null until the ballot is counted, and for a seat that said nothing'),
        standing: standing.nullable().describe('Who spoke for it, as `voice`'),
        times: count.nullable().describe('How often it spoke, as `voice`'),
        reason: z.unknown().describe('Of a recusal, as `voice`'),
      }),
    ),
    yours: z
      .object({ seat: z.string(), standing, voice: voice.nullable() })
      .nullable()
      .describe("The reader's own seat, where he holds one that is asked"),
    minutes: z.object({ recordedAt: instant, occurredAt: instant, documents: z.array(z.uuid()) }).nullable(),
    earlier: z
      .array(
        z.object({
          stepKey: z.string(),
          opensAt: instant,
          outcome: z.enum(ballotOutcomes).nullable(),
          tally: tally.nullable(),
        }),
      )
      .describe('Ballots of the case that came before'),
  })
  .meta({ id: 'Ballot' });

export type BallotView = z.infer<typeof ballotSchema>;

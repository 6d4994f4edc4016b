import type { Voice } from '../../domain/committee/ballot';
import type { Standing } from '../../domain/committee/committee';
import type { Ballot, Note, Vote } from '../../prisma/generated/client';
import { noteReader } from '../cases/notes-of-case';
import type { BallotView } from './ballot-schema';

/** What is known of the seats of a ballot beside it. */
export interface SeatTelling {
  readonly bodies: ReadonlyMap<string, string | null>;
  readonly notes: readonly Note[];
  /** Whether the reader is told how the seats voted. */
  readonly isShown: boolean;
}

/** The seats of a ballot: whether each has spoken, and how, where that is told. */
export function seatViews(
  { seats, chair, votes }: Ballot & { readonly votes: readonly Vote[] },
  { bodies, notes, isShown }: SeatTelling,
): BallotView['seats'] {
  const note = noteReader(notes);
  return seats.map((code) => {
    const own = votes.filter(({ seat }) => seat === code);
    const last = own.at(-1);
    const told = isShown ? last : undefined;
    return {
      code,
      body: bodies.get(code) ?? null,
      chair: code === chair,
      hasSpoken: last !== undefined,
      voice: (told?.voice as Voice | undefined) ?? null,
      standing: (told?.standing as Standing | undefined) ?? null,
      times: told ? own.length : null,
      reason: note(told?.reasonId ?? null),
    };
  });
}

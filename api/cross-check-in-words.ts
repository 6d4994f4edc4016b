import { type Language, text } from '../locales';
import type { Candidate, CrossCheckAnswer } from '../services/persons/candidate-view';

/** Candidates as a person reads them: the reasons for their rank in words. */
export function crossCheckInWords(
  { candidates }: { readonly candidates: readonly Candidate[] },
  language: Language,
): CrossCheckAnswer {
  return {
    candidates: candidates.map((candidate) => ({
      ...candidate,
      reasons: candidate.reasons.map(({ code, params }) => ({
        code,
        params: { ...params },
        text: text(language, `match.reason.${code}`, params),
      })),
    })),
  };
}

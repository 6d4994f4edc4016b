import { NotSignedInError, StepUpNeededError } from '../services/errors';

/**
 * What a caller is told to show, as the value of `WWW-Authenticate` (RFC 6750 section 3, RFC 9470 section 3); null where
 * more of a token would not help him.
 */
export function challengeOf(error: unknown): string | null {
  if (error instanceof StepUpNeededError) {
    return `Bearer error="insufficient_user_authentication", error_description="A fresh login is needed", max_age="${error.params.maxAge}"`;
  }
  if (error instanceof NotSignedInError) return error.tokenShown ? 'Bearer error="invalid_token"' : 'Bearer';
  return null;
}

import { fact } from '../blocks/fact';
import { followUp } from '../blocks/follow-up';
import { watch } from '../blocks/watch';
import type { Block } from '../engine/block';
import { closeAfterRelease } from './give-up';
import type { Run } from './run';

/** The State that refuses may be asked to prosecute instead (UNTOC art. 16(10)); what comes of it is watched. */
export function* refused(run: Run): Block<string> {
  run.status('refused');
  if ((yield* followUp(run, 'refusal-follow-up')) === 'no-further-action')
    return yield* closeAfterRelease(run, 'refused');
  run.status('prosecution-there');
  if ((yield* fact(run, 'prosecution-there')).outcome === 'not-taken-up')
    return yield* closeAfterRelease(run, 'refused');
  run.status('prosecution-watch');
  yield* watch(run, 'prosecution-watch');
  return yield* closeAfterRelease(run, 'prosecuted-there');
}

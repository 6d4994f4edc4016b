import type { CaseView } from '../../services/cases/get-case';
import type { Desk } from './desk';
import { IncomingCase, readIncomingSample } from './incoming-case';
import { nationalityGate } from './incoming-script';
import { hoursAfter } from './transfer-script';

/** Plays the sample request to its end: it stops at the nationality of the person. */
export async function playIncoming(desk: Desk, say: (line: string) => void): Promise<CaseView> {
  const opening = await readIncomingSample();
  const item = new IncomingCase(desk, say);
  await item.open(opening);
  for (const event of nationalityGate(hoursAfter(String(opening.request.receivedAt), 0)))
    await item.play(event);
  return await item.finished();
}

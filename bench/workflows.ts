import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export { outgoingExtradition, suspectTransfer, transferBatch } from '../workflows';

export const floorUpdate = defineUpdate<number, []>('floor');

/** The floor: as many Updates as a case takes, and nothing written. */
export async function floor(updates: number): Promise<void> {
  let taken = 0;
  setHandler(floorUpdate, () => {
    taken += 1;
    return taken;
  });
  await condition(() => taken >= updates);
}

import { run as runBench } from '../../bench/run';

/** Measures decisions beside their floor, on parts of its own. */
export async function run({ json = false }: { readonly json?: boolean }): Promise<void> {
  await runBench(json);
}

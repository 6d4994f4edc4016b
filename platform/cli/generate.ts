import { generateClient } from '../generate';

/** Makes generated code that is missing or old. */
export async function run(): Promise<void> {
  console.log(`taslim: ${await generateClient()}`);
}

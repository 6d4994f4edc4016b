import { generateClient } from '../generate';
import { generateLawPage } from '../law-page';

/** Makes what is made from other files and is missing or old: the database client, and the page of the law. */
export async function run({ clientOnly = false }: { readonly clientOnly?: boolean }): Promise<void> {
  console.log(`taslim: ${await generateClient()}`);
  if (clientOnly) return;
  console.log(`taslim: ${generateLawPage()}`);
}

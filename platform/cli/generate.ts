import { generateClient } from '../generate';
import { generateLawPage } from '../law-page';
import { generatePictures } from '../procedure-pictures';

/** Makes what is made from other files and is missing or old: the database client, the page of the law, the pictures. */
export async function run({ clientOnly = false }: { readonly clientOnly?: boolean }): Promise<void> {
  console.log(`taslim: ${await generateClient()}`);
  if (clientOnly) return;
  console.log(`taslim: ${generateLawPage()}`);
  for (const line of await generatePictures()) console.log(`taslim: ${line}`);
}

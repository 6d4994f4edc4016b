import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedurePicture } from '../api/picture/case-picture';
import { procedureNames, procedureOf } from '../services/procedures';
import { projectRoot } from './config';

const folder = join('docs', 'procedures');

/** Writes the picture of every procedure, in English, where it is missing or old; returns a line for each. */
export async function generatePictures(): Promise<string[]> {
  const lines: string[] = [];
  for (const { file, picture } of await pictures()) {
    const isFresh = contentOf(file) === picture;
    lines.push(`${file} is ${isFresh ? 'up to date' : 'made'}`);
    if (isFresh) continue;
    mkdirSync(join(projectRoot, folder), { recursive: true });
    writeFileSync(join(projectRoot, file), picture);
  }
  return lines;
}

/** Whether the pictures show what the procedures declare. */
export async function picturesAreFresh(): Promise<boolean> {
  return (await pictures()).every(({ file, picture }) => contentOf(file) === picture);
}

async function pictures(): Promise<{ file: string; picture: string }[]> {
  const drawn = procedureNames.map(async (name) => ({
    file: join(folder, `${name}.svg`),
    picture: await procedurePicture(name, procedureOf(name).steps, 'en'),
  }));
  return await Promise.all(drawn);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(join(projectRoot, file), 'utf8');
  } catch {
    return null;
  }
}

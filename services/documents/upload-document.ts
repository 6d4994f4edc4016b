import { rm, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type/node';
import { v5 as uuidv5 } from 'uuid';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { DocumentRefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';

/** Types that an officer may upload, told by the content and not by the name. */
export const acceptedMediaTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'] as const;

/** A file that has arrived in the store's `incoming` folder. */
export interface Upload {
  readonly path: string;
  readonly fileName: string;
}

export type DocumentSummary = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/**
 * Takes an uploaded file into the register. It belongs to its uploader alone until a case refers to it.
 *
 * @throws DocumentRefusedError for an empty or foreign content, or a name that is a path; the file is then gone
 */
export async function uploadDocument(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  upload: Upload,
): Promise<DocumentSummary> {
  try {
    const fileName = plainName(upload.fileName);
    const mediaType = await mediaTypeOf(upload.path);
    const { size } = await stat(upload.path);
    const sha256 = await context.documents.take(upload.path);
    const request = { officerId: officer.id, key, route: 'uploadDocument', body: { fileName, sha256 } };
    return await answerOnce(context, request, async () => {
      const id = uuidv5('document', commandIdOf(request));
      await context.prisma.document.createMany({
        data: { id, sha256, size, mediaType, fileName, uploadedById: officer.id, uploadedAt: new Date() },
        skipDuplicates: true,
      });
      return { id, fileName, mediaType, size, sha256 };
    });
  } finally {
    await rm(upload.path, { force: true });
  }
}

function plainName(name: string): string {
  const trimmed = name.trim();
  const hasControl = [...trimmed].some((character) => character < ' ' || character === '\u007f');
  if (
    trimmed === '' ||
    trimmed.length > 200 ||
    /[/\\]/.test(trimmed) ||
    trimmed.startsWith('.') ||
    hasControl
  ) {
    throw new DocumentRefusedError(422, 'bad-file-name');
  }
  return trimmed;
}

async function mediaTypeOf(path: string): Promise<string> {
  const type = (await fileTypeFromFile(path))?.mime;
  if (!acceptedMediaTypes.some((accepted) => accepted === type)) {
    throw new DocumentRefusedError(415, 'wrong-type', { accepted: [...acceptedMediaTypes] });
  }
  return type ?? '';
}

import type { Response } from 'express';
import type { Document } from '../prisma/generated/client';
import type { ServiceContext } from '../services/context';

/** Sends a stored document as a download, never to be shown by the browser as a page of this site. */
export async function sendFile(
  context: ServiceContext,
  response: Response,
  document: Document,
): Promise<void> {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('Cache-Control', 'private, no-store');
  response.type(document.mediaType);
  response.attachment(document.fileName);
  response.type(document.mediaType);
  const path = context.documents.pathOf(document.sha256);
  await new Promise<void>((resolve, reject) => {
    response.sendFile(path, { dotfiles: 'allow', cacheControl: false }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

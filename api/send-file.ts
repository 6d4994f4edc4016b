import type { Response } from 'express';

/** A stored file as an answer. */
export interface FileAnswer {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Sends a stored file as a download, never to be shown by the browser as a page of this site. */
export async function sendFile(response: Response, { path, fileName, mediaType }: FileAnswer): Promise<void> {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('Cache-Control', 'private, no-store');
  response.attachment(fileName);
  response.type(mediaType);
  await new Promise<void>((resolve, reject) => {
    response.sendFile(path, { dotfiles: 'allow', cacheControl: false }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

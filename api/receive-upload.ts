import type { Request, Response } from 'express';
import multer from 'multer';
import type { ServiceContext } from '../services/context';
import type { Upload } from '../services/documents/upload-document';
import { DocumentRefusedError, InvalidInputError } from '../services/errors';

/**
 * Receives the one file of a multipart request (field `file`) into the store's incoming folder.
 *
 * @throws DocumentRefusedError when it is over the limit, InvalidInputError when there is none
 */
export async function receiveUpload(
  context: ServiceContext,
  request: Request,
  response: Response,
): Promise<Upload> {
  const { documents, documentMaxBytes } = context;
  const receive = multer({
    dest: documents.incoming,
    defParamCharset: 'utf8',
    preservePath: true,
    limits: { fileSize: documentMaxBytes, files: 1, fields: 5, parts: 6 },
  }).single('file');
  await new Promise<void>((resolve, reject) => {
    receive(request, response, (error: unknown) => (error ? reject(refusalOf(error, context)) : resolve()));
  });
  if (!request.file) throw new InvalidInputError([{ pointer: '/file', code: 'required' }]);
  return { path: request.file.path, fileName: request.file.originalname };
}

function refusalOf(error: unknown, { documentMaxBytes }: ServiceContext): unknown {
  if (!(error instanceof multer.MulterError))
    return new InvalidInputError([{ pointer: '', code: 'multipart' }]);
  if (error.code === 'LIMIT_FILE_SIZE') {
    return new DocumentRefusedError(413, 'too-large', { maximumBytes: documentMaxBytes });
  }
  return new InvalidInputError([{ pointer: `/${error.field ?? 'file'}`, code: 'unknown-field' }]);
}

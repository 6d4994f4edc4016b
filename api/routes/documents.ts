import { z } from 'zod';
import { getDocument } from '../../services/documents/get-document';
import { uploadDocument } from '../../services/documents/upload-document';
import { receiveUpload } from '../receive-upload';
import { route } from '../route';
import { documentParams } from './shared';

const documentSchema = z
  .object({ id: z.uuid(), fileName: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() })
  .meta({ id: 'Document' });

export const documentRoutes = [
  route({
    method: 'post',
    path: '/documents',
    summary: 'Upload a file; it is yours alone until a case refers to it',
    permission: 'document.upload',
    auditEvent: 'document.uploaded',
    upload: true,
    answer: documentSchema,
    status: 201,
    handle: async ({ context, officer, key, request, response, about }) => {
      const uploaded = await uploadDocument(
        context,
        officer,
        key,
        await receiveUpload(context, request, response),
      );
      about({ subjectId: uploaded.id });
      return uploaded;
    },
  }),
  route({
    method: 'get',
    path: '/documents/:documentId',
    summary: 'What the register knows of a document',
    permission: 'document.read',
    auditEvent: 'document.read',
    params: documentParams,
    answer: documentSchema,
    handle: async ({ context, officer, params, about }) => {
      const document = await getDocument(context, officer, params.documentId);
      about({ caseId: document.caseId });
      const { id, fileName, mediaType, size, sha256 } = document;
      return { id, fileName, mediaType, size, sha256 };
    },
  }),
  route({
    method: 'get',
    path: '/documents/:documentId/content',
    summary: 'Download a document',
    permission: 'document.read',
    auditEvent: 'document.downloaded',
    params: documentParams,
    answer: 'file',
    handle: async ({ context, officer, params, about }) => {
      const { caseId, sha256, fileName, mediaType } = await getDocument(context, officer, params.documentId);
      about({ caseId });
      return { path: context.documents.pathOf(sha256), fileName, mediaType };
    },
  }),
];

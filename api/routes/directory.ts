import { z } from 'zod';
import { id } from '../../domain/input';
import { addAgency, changeAgency } from '../../services/directory/change-agency';
import { addOfficer, changeOfficer } from '../../services/directory/change-officer';
import {
  agencyCode,
  agencyEditSchema,
  agencySchema,
  caseToReassignSchema,
  changedOfficerSchema,
  directoryChangeSchema,
  newAgencySchema,
  newOfficerSchema,
  officerEditSchema,
  officerSchema,
} from '../../services/directory/directory-schemas';
import {
  listAgencies,
  listCasesToReassign,
  listDirectoryChanges,
  listOfficers,
} from '../../services/directory/get-directory';
import { route } from '../route';
import { limit } from './shared';

export const directoryRoutes = [
  route({
    method: 'get',
    path: '/agencies',
    summary: 'The agencies: what each is, its side, zone and calendar',
    permission: 'directory.read',
    auditEvent: 'agency.listed',
    answer: z.object({ items: z.array(agencySchema) }),
    handle: async ({ context }) => ({ items: await listAgencies(context) }),
  }),
  route({
    method: 'post',
    path: '/agencies',
    summary: 'Put an agency into the directory',
    permission: 'directory.edit',
    stepUp: true,
    auditEvent: 'agency.added',
    body: newAgencySchema,
    answer: agencySchema,
    status: 201,
    handle: ({ context, officer, key, body }) => addAgency(context, officer, key, body),
  }),
  route({
    method: 'put',
    path: '/agencies/:agency',
    summary: 'Change an agency; refused when somebody else has changed it since it was read',
    permission: 'directory.edit',
    stepUp: true,
    auditEvent: 'agency.changed',
    params: z.object({ agency: agencyCode }),
    body: agencyEditSchema,
    answer: agencySchema,
    handle: ({ context, officer, key, params, body }) =>
      changeAgency(context, officer, key, params.agency, body),
  }),
  route({
    method: 'get',
    path: '/officers',
    summary: 'The officers of your side, their agencies and roles',
    permission: 'directory.read',
    auditEvent: 'officer.listed',
    answer: z.object({ items: z.array(officerSchema) }),
    handle: async ({ context, officer }) => ({ items: await listOfficers(context, officer) }),
  }),
  route({
    method: 'post',
    path: '/officers',
    summary: 'Put an officer into the directory',
    permission: 'directory.edit',
    stepUp: true,
    auditEvent: 'officer.added',
    body: newOfficerSchema,
    answer: officerSchema,
    status: 201,
    handle: async ({ context, officer, key, body, about }) => {
      const added = await addOfficer(context, officer, key, body);
      about({ subjectId: added.id });
      return added;
    },
  }),
  route({
    method: 'put',
    path: '/officers/:officerId',
    summary: 'Change an officer, disable him (his access ends at once) or let him in again',
    permission: 'directory.edit',
    stepUp: true,
    auditEvent: 'officer.changed',
    params: z.object({ officerId: id }),
    body: officerEditSchema,
    answer: changedOfficerSchema,
    handle: ({ context, officer, key, params, body, about }) => {
      about({ subjectId: params.officerId });
      return changeOfficer(context, officer, key, params.officerId, body);
    },
  }),
  route({
    method: 'get',
    path: '/directory-changes',
    summary: 'Changes of the directory, newest first: who, when, why, and the entry before and after',
    permission: 'directory.audit',
    auditEvent: 'directory.changes-listed',
    query: z.strictObject({ limit }),
    answer: z.object({ items: z.array(directoryChangeSchema) }),
    handle: async ({ context, query }) => ({ items: await listDirectoryChanges(context, query.limit) }),
  }),
  route({
    method: 'get',
    path: '/cases-to-reassign',
    summary: 'Open cases of your agency whose responsible officer is disabled',
    permission: 'case.manage',
    auditEvent: 'case.to-reassign-listed',
    answer: z.object({ items: z.array(caseToReassignSchema) }),
    handle: async ({ context, officer }) => ({ items: await listCasesToReassign(context, officer) }),
  }),
];

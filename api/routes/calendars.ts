import { z } from 'zod';
import {
  calendarChangeSchema,
  calendarCode,
  calendarEditSchema,
  calendarEffectSchema,
  calendarSchema,
} from '../../services/calendars/calendar-schemas';
import { changeCalendar, previewChange } from '../../services/calendars/change-calendar';
import { getCalendar, listCalendars } from '../../services/calendars/get-calendar';
import { getCalendarChange, listCalendarChanges } from '../../services/calendars/get-changes';
import { route } from '../route';
import { limit } from './shared';

const calendarParams = z.object({ calendar: calendarCode });
const year = z.coerce.number().int().min(1900).max(2200).optional();

export const calendarRoutes = [
  route({
    method: 'get',
    path: '/calendars',
    summary: 'The calendars of working days, and the years that each knows',
    permission: 'calendar.read',
    auditEvent: 'calendar.listed',
    answer: z.object({ items: z.array(calendarSchema.omit({ days: true })) }),
    handle: async ({ context }) => ({ items: await listCalendars(context) }),
  }),
  route({
    method: 'get',
    path: '/calendars/:calendar',
    summary: 'The days of a calendar that are not what their weekday says',
    permission: 'calendar.read',
    auditEvent: 'calendar.read',
    params: calendarParams,
    query: z.strictObject({ year }),
    answer: calendarSchema,
    handle: ({ context, params, query }) => getCalendar(context, params.calendar, query.year),
  }),
  route({
    method: 'post',
    path: '/calendars/:calendar/changes/preview',
    summary: 'How many limits of open cases a change would move; nothing is changed',
    permission: 'calendar.edit',
    auditEvent: 'calendar.change-previewed',
    params: calendarParams,
    body: calendarEditSchema,
    answer: calendarEffectSchema,
    handle: ({ context, params, body }) => previewChange(context, params.calendar, body),
  }),
  route({
    method: 'post',
    path: '/calendars/:calendar/changes',
    summary: 'Change a calendar; the limits of open cases that it moves are computed anew, case by case',
    permission: 'calendar.edit',
    auditEvent: 'calendar.changed',
    stepUp: true,
    params: calendarParams,
    body: calendarEditSchema,
    answer: calendarChangeSchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) =>
      changeCalendar(context, officer, key, params.calendar, body),
  }),
  route({
    method: 'get',
    path: '/calendars/:calendar/changes',
    summary: 'Changes of a calendar, newest first: who, when, why, and how far each has come',
    permission: 'calendar.read',
    auditEvent: 'calendar.changes-listed',
    params: calendarParams,
    query: z.strictObject({ limit }),
    answer: z.object({ items: z.array(calendarChangeSchema) }),
    handle: async ({ context, params, query }) => ({
      items: await listCalendarChanges(context, params.calendar, query.limit),
    }),
  }),
  route({
    method: 'get',
    path: '/calendar-changes/:revision',
    summary: 'A change of a calendar, and how far it has come',
    permission: 'calendar.read',
    auditEvent: 'calendar.change-read',
    params: z.object({ revision: z.coerce.number().int().min(1).max(2_147_483_647) }),
    answer: calendarChangeSchema,
    handle: ({ context, params }) => getCalendarChange(context, params.revision),
  }),
];

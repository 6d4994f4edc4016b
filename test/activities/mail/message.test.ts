import { ZodError } from 'zod';
import { parseMailMessage } from '../../../activities/mail/message';
import { limit } from './messages';

describe('what a row of the outbox may hold', () => {
  it('takes what the register writes', () => {
    const { link: _, ...params } = limit;
    expect(parseMailMessage('clock-expired', params)).toEqual({ template: 'clock-expired', params });
  });

  it('takes a task with and without a due date', () => {
    const task = { reference: 'TAS-2026-000001', step: 'legal-review' };
    expect(parseMailMessage('task-opened', task).params).toEqual(task);
    const due = { ...task, dueAt: '2026-01-22T13:05:00Z', zone: 'Asia/Baghdad' };
    expect(parseMailMessage('task-opened', due).params).toEqual(due);
  });

  it('fills in the link of a row that holds none', () => {
    const task = { reference: 'TAS-2026-000001', step: 'legal-review' };
    expect(parseMailMessage('task-opened', task, 'https://a.example/1').params.link).toBe(
      'https://a.example/1',
    );
    expect(parseMailMessage('clock-expired', limit, 'https://a.example/1').params.link).toBe(limit.link);
  });

  it.each([
    ['a field that is not declared, such as a name', { personName: 'Sample Person' }],
    ['a name as reference', { reference: 'Sample Person' }],
    ['a sentence as rule', { rule: 'the rule of Sample Person' }],
    ['a sentence as effect', { effect: 'release Sample Person' }],
    ['a link that is not one of the web', { link: 'javascript:alert(1)' }],
    ['a due date without time zone', { dueAt: '2026-05-02T22:00:00' }],
    ['a zone that is none', { zone: 'Europe/Atlantis' }],
  ])('refuses %s', (_what, params) => {
    expect(() => parseMailMessage('clock-warning', { ...limit, ...params })).toThrow(ZodError);
  });

  it('refuses a template that it does not know', () => {
    expect(() => parseMailMessage('newsletter', limit)).toThrow(ZodError);
  });
});

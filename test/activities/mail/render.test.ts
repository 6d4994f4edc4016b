import type { MailMessage } from '../../../activities/mail/message';
import { renderMail } from '../../../activities/mail/render';
import { languages } from '../../../locales';
import { limit } from './messages';

const task: MailMessage = {
  template: 'task-opened',
  params: {
    reference: 'TAS-2026-000001',
    step: 'legal-review',
    dueAt: '2026-01-22T13:05:00Z',
    zone: 'Asia/Baghdad',
  },
};
const warning: MailMessage = { template: 'clock-warning', params: { ...limit, warnings: ['5-days-left'] } };
const expired: MailMessage = { template: 'clock-expired', params: limit };
const recordedLate: MailMessage = { template: 'recorded-late', params: limit };
const all = [task, warning, expired, recordedLate];

const inAllLanguages = languages.flatMap((language) => all.map((message) => ({ ...message, language })));

describe('every mail in every language', () => {
  it.each(inAllLanguages)('$template in $language says its language and direction', (mail) => {
    const dir = mail.language === 'en' ? 'ltr' : 'rtl';
    expect(renderMail(mail).html).toMatch(`<html lang="${mail.language}" dir="${dir}">`);
  });

  it.each(inAllLanguages)(
    '$template in $language names reference and kind in its subject, nothing else',
    (mail) => {
      const { subject } = renderMail(mail);
      expect(subject).toMatch(/^[^{}]+: TAS-2026-000001$/);
      expect(subject).not.toMatch(/SWE|1957|Europe|legal-review/);
    },
  );

  it.each(inAllLanguages)('$template in $language has the same words as text and as HTML', (mail) => {
    const { text, html } = renderMail(mail);
    const plain = text.replace(/[\u2066-\u2069]/g, '');
    for (const [, label] of html.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th>/g))
      expect(plain).toContain(`${label}: `);
    expect(plain).toContain('TAS-2026-000001');
    expect(text + html).not.toMatch(/\{\{|undefined|null|\[object/);
  });

  it.each(languages)('a code in %s is isolated left to right', (language) => {
    expect(renderMail({ ...expired, language }).html).toContain(
      '<bdi dir="ltr">2026-05-02 24:00 UTC+02:00 Europe/Stockholm</bdi>',
    );
  });

  it.each(['ar', 'ckb'] as const)(
    'the plain text in %s isolates codes, but not the link, which must stay usable',
    (language) => {
      const lines = renderMail({ ...expired, language }).text.split('\n');
      expect(lines).toContain(limit.link);
      expect(lines.join('\n')).toContain('\u2066TAS-2026-000001\u2069');
      expect(lines.join('\n')).toContain('\u20662026-05-02 24:00 UTC+02:00 Europe/Stockholm\u2069');
    },
  );
});

describe('what the mails say', () => {
  it('a task: its step and when it is due', () => {
    const { text } = renderMail({ ...task, language: 'en' });
    expect(text).toContain('Step: Legal review');
    expect(text).toContain('Due: Thursday, 22 January 2026, 16:05 (2026-01-22 16:05 UTC+03:00 Asia/Baghdad)');
  });

  it('a task without a due date or a link says nothing of them', () => {
    const { text } = renderMail({
      template: 'task-opened',
      language: 'en',
      params: { reference: 'TAS-1', step: 'opinion' },
    });
    expect(text).not.toMatch(/Due|Open the case|http/);
  });

  it('a step that has no name yet is shown by its code: better than no mail', () => {
    const params = { reference: 'TAS-1', step: 'step-of-the-next-release' };
    expect(renderMail({ template: 'task-opened', language: 'ar', params }).text).toContain(
      'step-of-the-next-release',
    );
  });

  it('a warning: rule, source, end, time left', () => {
    const { text } = renderMail({ ...warning, language: 'en' });
    expect(text).toContain('Rule: SWE23-40');
    expect(text).toContain('Legal basis: Sweden, Extradition for Criminal Offences Act 1957:668, s. 23');
    expect(text).toContain('The limit ends: Saturday, 2 May 2026, 24:00');
    expect(text).toContain('Reminder: 5 days are left.');
  });

  it.each([
    ['PT6H', '6 hours are left.'],
    ['1-hour-left', 'One hour is left.'],
    ['P1D', 'One day is left.'],
    ['12-hours-left', '12 hours are left.'],
    ['last-working-day', 'This is the last working day before the limit ends.'],
    ['first-day-included', 'The last day by the stricter count, which includes the first day, begins now.'],
  ])('warning code %s: %s', (code, words) => {
    const params = { ...limit, warnings: [code] };
    expect(renderMail({ template: 'clock-warning', language: 'en', params }).text).toContain(
      `Reminder: ${words}`,
    );
  });

  it.each(languages)(
    'what an officer leaves, in %s: cases, roles and seat, and nobody by name',
    (language) => {
      const left = { cases: ['TAS-1', 'TAS-2'], returned: ['TAS-3'] };
      const params = { ...left, roles: ['legal-reviewer'], seat: 'SEAT-05' };
      const { subject, text, html } = renderMail({ template: 'officer-left', language, params });
      expect(text).toMatch(/TAS-1, TAS-2/);
      expect(text).toMatch(/TAS-3/);
      expect(text).toMatch(/SEAT-05/);
      expect(text).not.toContain('legal-reviewer');
      expect(subject + text + html).not.toMatch(/\{\{|undefined|null|\[object/);
      const empty = renderMail({
        template: 'officer-left',
        language,
        params: { ...params, cases: [], returned: [], seat: null },
      });
      expect(empty.text.split('\n').length).toBe(text.split('\n').length - 3);
    },
  );

  it('an expired limit: what the law does then', () => {
    expect(renderMail({ ...expired, language: 'en' }).text).toContain(
      'Consequence: The requested State is expected to release',
    );
  });

  it('a limit recorded late: reminders that are past will not follow', () => {
    expect(renderMail({ ...recordedLate, language: 'en' }).text).toContain(
      'Reminders whose time had already passed will not be sent.',
    );
  });

  it('a rule that nobody has verified says so loudly; a verified one does not', () => {
    const mail = (verified: boolean) =>
      renderMail({ template: 'clock-expired', language: 'en', params: { ...limit, verified } });
    expect(mail(false).html).toContain('<strong>NOT VERIFIED');
    expect(mail(true).text).not.toContain('NOT VERIFIED');
  });
});

describe('a hostile param', () => {
  const markup = `"><script>alert(1)</script>'&`;

  it('is shown as it is, not run', () => {
    const { html } = renderMail({
      template: 'clock-expired',
      language: 'ar',
      params: { ...limit, source: markup },
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;');
  });

  it('does not break out of the link', () => {
    const { html } = renderMail({
      template: 'clock-expired',
      language: 'en',
      params: { ...limit, link: `https://a${markup}` },
    });
    expect(html).not.toContain('<script');
  });

  it('cannot begin a line of its own in the plain text, nor turn the direction of the line', () => {
    const source = 'Act\r\nhttps://evil.example\u2028\u202Eteertca';
    const { text } = renderMail({ template: 'clock-expired', language: 'ckb', params: { ...limit, source } });
    expect(text).toContain('\u2068Act https://evil.example teertca\u2069');
    expect(text).not.toMatch(/\u202E/);
  });
});

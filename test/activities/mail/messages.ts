import type { MailParams } from '../../../activities/mail/message';

/** A limit that ends at the end of 2 May 2026 in Stockholm. */
export const limit: MailParams<'recorded-late'> = {
  reference: 'TAS-2026-000001',
  rule: 'SWE23-40',
  source: 'Sweden, Extradition for Criminal Offences Act 1957:668, s. 23',
  verified: false,
  dueAt: '2026-05-02T22:00:00.000Z',
  zone: 'Europe/Stockholm',
  effect: 'release-expected',
  link: 'https://taslim.example/cases/0198c0de-0000-7000-8000-000000000001',
};

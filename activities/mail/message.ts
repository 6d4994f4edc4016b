import { z } from 'zod';

// Codes and references only: no field takes a name, and a field that is not declared is refused, so that personal
// data cannot get into a mail by accident.
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/i);
const reference = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/i);
const link = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: true });
const zone = z.string().refine(isZone, 'not an IANA time zone');
/** Instrument and article, as the rule record writes them. */
const source = z.string().min(1).max(300);
/** The date rests on a holiday that is expected and that nobody has confirmed. */
const expected = z.literal(true).optional();

/** Every mail may carry the address of its case; the outbox fills in what the row leaves out. */
const common = { reference, link: link.optional() };

/** `effect`: what the law does when the limit is over. */
const limit = {
  ...common,
  rule: code,
  source,
  verified: z.boolean(),
  dueAt: instant,
  zone,
  effect: code.optional(),
  expected,
};

const mailMessageSchema = z.discriminatedUnion('template', [
  z.strictObject({
    template: z.literal('task-opened'),
    params: z
      .strictObject({ ...common, step: code, dueAt: instant.nullish(), zone: zone.nullish(), expected })
      .refine((params) => !params.dueAt || params.zone, 'a due date needs its zone'),
  }),
  z.strictObject({ template: z.literal('task-assigned'), params: z.strictObject({ ...common, step: code }) }),
  /** Somebody else has what the reader held. */
  z.strictObject({
    template: z.literal('task-taken-over'),
    params: z.strictObject({ ...common, step: code }),
  }),
  /** No active officer may sign a task of the reader's agency. */
  z.strictObject({
    template: z.literal('nobody-may-sign'),
    params: z.strictObject({ ...common, step: code }),
  }),
  /** The reader acts for an officer who is away: about no case, and naming nobody. */
  z.strictObject({
    template: z.literal('substitution'),
    params: z.strictObject({ link: common.link, startsAt: instant, endsAt: instant, zone }),
  }),
  /** A ballot of the committee, and when it is open. */
  z.strictObject({
    template: z.literal('ballot-opened'),
    params: z.strictObject({ ...common, opensAt: instant, closesAt: instant, zone }),
  }),
  z.strictObject({
    template: z.literal('clock-warning'),
    /** `warnings`: the thresholds reached, e.g. '5-days-left', 'PT6H', 'last-working-day'. */
    params: z.strictObject({ ...limit, warnings: z.array(code).optional() }),
  }),
  z.strictObject({ template: z.literal('advice-given'), params: z.strictObject(common) }),
  /**
   * What an officer leaves who was disabled, or does other work now: open cases without their officer, roles that nobody
   * of his agency holds, his seat of the committee. About no one case, and naming nobody.
   */
  z.strictObject({
    template: z.literal('officer-left'),
    params: z.strictObject({
      link: common.link,
      cases: z.array(reference),
      returned: z.array(reference),
      roles: z.array(code),
      seat: code.nullable(),
    }),
  }),
  z.strictObject({ template: z.literal('clock-expired'), params: z.strictObject(limit) }),
  z.strictObject({ template: z.literal('recorded-late'), params: z.strictObject(limit) }),
  z.strictObject({
    template: z.literal('step-outcome'),
    params: z.strictObject({ ...common, step: code, outcome: code }),
  }),
  z.strictObject({ template: z.literal('cross-check-hit'), params: z.strictObject(common) }),
]);

/** A mail that Taslim writes: `params` is what its row in the outbox holds. Instants are ISO 8601. */
export type MailMessage = z.infer<typeof mailMessageSchema>;

/** The params of one template. */
export type MailParams<Template extends MailMessage['template']> = Extract<
  MailMessage,
  { template: Template }
>['params'];

/**
 * What a row of the outbox asks to send. `caseLink` is the link of a row that holds none.
 * @throws ZodError when the template is unknown or a param is missing, malformed or not declared.
 */
export function parseMailMessage(template: string, params: unknown, caseLink?: string): MailMessage {
  const message = mailMessageSchema.parse({ template, params });
  if (caseLink !== undefined) message.params.link ??= link.parse(caseLink);
  return message;
}

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

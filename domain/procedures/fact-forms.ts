import { z } from 'zod';
import { id, instant, isoDate, zone } from '../input';
import type { FactInput } from './definition';
import type { StepDeclaration, StepTable } from './step';

/** The declared steps that are facts. */
type FactStep<Steps extends StepTable> = {
  [N in keyof Steps & string]: Steps[N]['kind'] extends 'fact' ? N : never;
}[keyof Steps & string];

/** What the facts of a procedure say beside what every fact says. */
export interface FactForms<Steps extends StepTable> {
  /** What is told of it that stays in the register: places, names, numbers. */
  readonly details: Readonly<Record<FactStep<Steps>, z.ZodType>>;
  /** The codes that a fact may carry, such as the conditions of a decision, or what each of them must look like. */
  readonly conditions?: { readonly [N in FactStep<Steps>]?: readonly string[] | z.ZodType<string> };
  /** What its codes must be beside that: the fault of those that cannot be, null where there is none. */
  readonly faultOfConditions?: {
    readonly [N in FactStep<Steps>]?: (fact: Pick<FactInput, 'outcome' | 'conditions'>) => string | null;
  };
  /** Facts of which several visits are open side by side: the fact says which is meant. */
  readonly numbered?: readonly FactStep<Steps>[];
  /** IANA zone of a fact that names none; without it each has to. */
  readonly zone?: string;
}

/**
 * The bodies with which the facts of a procedure are recorded, one for each declared step of that kind: its outcomes,
 * whether it asks for proof or takes a last day, and what it says of its own. A signature cannot leave out what is
 * signed. `proof` names uploaded documents.
 */
export function factForms<const Steps extends StepTable>(
  steps: Steps,
  { details, conditions = {}, faultOfConditions = {}, numbered = [], zone: usualZone }: FactForms<Steps>,
): z.ZodType<FactInput> {
  const codes: Readonly<Record<string, readonly string[] | z.ZodType<string> | undefined>> = conditions;
  const faults: Readonly<Record<string, CodeFault | undefined>> = faultOfConditions;
  const byNumber: readonly string[] = numbered;
  const forms = Object.entries<z.ZodType>(details).map(([step, told]) => {
    const declared = steps[step];
    if (!declared) throw new Error(`step ${step} is not declared`);
    const form = z.strictObject({
      step: z.literal(step),
      ...commonParts(declared, codes[step] ?? []),
      ...(byNumber.includes(step) ? { visit: z.int().min(1).describe('Number of the question') } : {}),
      zone: usualZone === undefined ? zone : zone.default(usualZone),
      details: declared.signedWith === undefined ? told.optional() : told,
    });
    return form.superRefine((fact, { addIssue }) => {
      const fault = faults[step]?.(fact) ?? null;
      if (fault !== null) addIssue({ code: 'custom', path: ['conditions'], message: fault });
    });
  });
  const [first, ...others] = forms;
  if (!first) throw new Error('a procedure has at least one fact');
  return z.discriminatedUnion('step', [first, ...others]) as unknown as z.ZodType<FactInput>;
}

type CodeFault = (fact: Pick<FactInput, 'outcome' | 'conditions'>) => string | null;

function commonParts(
  { outcomes, proof, limitDate }: StepDeclaration,
  codes: readonly string[] | z.ZodType<string>,
) {
  const documents = z.array(id);
  return {
    outcome: z.enum(outcomes as readonly [string, ...string[]]),
    occurredAt: instant,
    limitDate: limitDate
      ? isoDate.nullable().default(null).describe('Last day that was set with it, in `zone`')
      : z.null().default(null),
    conditions: z.array(codeOf(codes)).default([]),
    proof: proof === 'required' ? documents.min(1) : documents.default([]),
  };
}

function codeOf(codes: readonly string[] | z.ZodType<string>): z.ZodType<string> {
  if (codes instanceof z.ZodType) return codes;
  return codes.length > 0 ? z.enum(codes as readonly [string, ...string[]]) : z.never();
}

import type { z } from 'zod';
import { hasText, type Language, text } from '../locales';
import type { InputFault } from '../services/errors';

/** Every fault that zod found, with a JSON Pointer to it (RFC 6901); unknown fields one by one. */
export function faultsOf(error: z.ZodError): InputFault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, []));
}

function faultsOfIssue(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): InputFault[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ pointer: pointerTo([...path, name]), code: 'unknown-field' }));
  }
  const meant = issue.code === 'invalid_union' ? formMeant(issue) : null;
  if (meant) return meant.flatMap((inner) => faultsOfIssue(inner, path));
  return [{ pointer: pointerTo(path), ...whatIsWrong(issue) }];
}

/** Of several forms the one that was probably meant: with the fewest faults, where these lie inside of it. */
function formMeant({ errors }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | null {
  const [nearest] = [...errors].sort((a, b) => a.length - b.length);
  return nearest?.some((issue) => issue.path.length > 0) ? nearest : null;
}

/** What a fault says in the reader's language. A code without a text of its own stands for itself. */
export function faultText({ code, params }: InputFault, language: Language): string {
  const key = `fault.${code}`;
  return hasText(key) ? text(language, key, params) : code;
}

/** A rule of our own gives the code of its text as its message; what zod checks by itself is told by kind. */
function whatIsWrong(
  issue: Exclude<z.core.$ZodIssue, { code: 'unrecognized_keys' }>,
): Omit<InputFault, 'pointer'> {
  if (hasText(`fault.${issue.message}`)) return { code: issue.message, ...paramsOf(issue) };
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'required' }
        : { code: 'type', params: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'one-of', params: { values: issue.values.map(String).join(', ') } };
    case 'too_small':
      return { code: 'too-small', params: { limit: String(issue.minimum) } };
    case 'too_big':
      return { code: 'too-big', params: { limit: String(issue.maximum) } };
    case 'invalid_format':
      return { code: 'format', params: { format: issue.format } };
    case 'invalid_union':
      return unionFault(issue);
    default:
      return { code: issue.message };
  }
}

/** What the text of a rule of our own names. */
function paramsOf(issue: z.core.$ZodIssue): Pick<InputFault, 'params'> {
  if (issue.code !== 'custom' || issue.params === undefined) return {};
  return {
    params: Object.fromEntries(Object.entries(issue.params).map(([key, value]) => [key, String(value)])),
  };
}

function unionFault(issue: z.core.$ZodIssueInvalidUnion): Omit<InputFault, 'pointer'> {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : null;
  return options
    ? { code: 'one-of', params: { values: options.map(String).join(', ') } }
    : { code: 'no-form' };
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

import type { InputFault } from '../../services/errors';
import type { Installation } from '../support/installation';

/** A problem document (RFC 9457) as the API answers it; further members depend on its type. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance: string;
  readonly errors?: readonly InputFault[];
  readonly [member: string]: unknown;
}

export interface Answer<T = Problem> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

type Headings = Readonly<Record<string, string>>;

/** Calls the API of an installation as one officer after another and gives back what it answers, good or bad. */
export class Caller {
  #tokens = new Map<string, Promise<string>>();

  constructor(private readonly installation: Installation) {}

  get<T = Problem>(officer: string, path: string, headers: Headings = {}): Promise<Answer<T>> {
    return this.as<T>(officer, 'GET', path, null, headers);
  }

  post<T = Problem>(
    officer: string,
    path: string,
    body: unknown,
    headers: Headings = {},
  ): Promise<Answer<T>> {
    return this.as<T>(officer, 'POST', path, JSON.stringify(body), headers);
  }

  put<T = Problem>(officer: string, path: string, body: unknown, headers: Headings = {}): Promise<Answer<T>> {
    return this.as<T>(officer, 'PUT', path, JSON.stringify(body), headers);
  }

  /** Uploads bytes under a file name. */
  upload<T = Problem>(
    officer: string,
    name: string,
    bytes: Buffer,
    headers: Headings = {},
  ): Promise<Answer<T>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return this.as<T>(officer, 'POST', '/documents', form, headers);
  }

  /** A token, asked for once for each officer. */
  token(officer: string): Promise<string> {
    const known = this.#tokens.get(officer) ?? this.installation.token(officer);
    this.#tokens.set(officer, known);
    return known;
  }

  /** Sends a request as an officer. */
  async as<T = Problem>(
    officer: string,
    method: string,
    path: string,
    body: string | FormData | null,
    headers: Headings = {},
  ): Promise<Answer<T>> {
    const authorization = `Bearer ${await this.token(officer)}`;
    return await this.raw<T>(method, path, body, { authorization, ...headers });
  }

  /** Sends a request as it is; `path` is below /api/v1. */
  async raw<T = Problem>(
    method: string,
    path: string,
    body: string | FormData | null,
    headers: Headings = {},
  ): Promise<Answer<T>> {
    const type: Headings = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${this.installation.url}/api/v1${path}`, {
      method,
      headers: { ...type, ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) as T };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Words of the inside, which no reader of a problem must meet: stacks, libraries, tables, folders. */
const internal =
  /\bat [\w.<>]+ \(|node_modules|prisma|temporal|postgres|multer|zod|express|Error:|\/tmp\/|\.ts:/i;

/** A problem of this status and code, in the form of RFC 9457, with nothing of the inside in it. */
export function expectProblem(answer: Answer<unknown>, status: number, code: string): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, type: problem.type }).toEqual({
    status,
    type: `urn:taslim:problem:${code}`,
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem.status).toBe(status);
  expect(problem.title).toEqual(expect.any(String));
  expect(problem.instance).toBe(`urn:uuid:${answer.headers.get('x-request-id')}`);
  expect(JSON.stringify(problem)).not.toMatch(internal);
  return problem;
}

/** The body of a good answer, as a case or a list. @throws Error that shows the answer when it is not good */
export function good<T>(answer: Answer<T>): T {
  if (answer.status < 300) return answer.body;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

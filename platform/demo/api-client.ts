import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../errors';

/** Gives a bearer token of a sample officer. */
export type TokenSource = (subject: string) => Promise<string>;

/** Calls the API as one sample officer after another. */
export class ApiClient {
  #tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly baseUrl: string,
    private readonly tokenFor: TokenSource,
  ) {}

  async get<T>(officer: string, path: string): Promise<T> {
    return await this.call<T>(officer, 'GET', path);
  }

  async post<T>(officer: string, path: string, body: unknown): Promise<T> {
    return await this.call<T>(officer, 'POST', path, JSON.stringify(body));
  }

  /** Uploads a file and returns its document id. */
  async upload(officer: string, fileName: string, bytes: Buffer): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
    const { id } = await this.call<{ id: string }>(officer, 'POST', '/documents', form);
    return id;
  }

  /** A 503 says that nothing was lost: the same request is repeated under its key. */
  private async call<T>(officer: string, method: string, path: string, body?: string | FormData): Promise<T> {
    const key = randomUUID();
    for (let attempt = 1; ; attempt++) {
      const response = await this.send(officer, method, path, key, body);
      const answer = await response.json();
      if (response.ok) return answer as T;
      if (response.status === 503 && attempt < maximumAttempts) {
        await delay(pauseMs);
        continue;
      }
      throw new UserError(
        `${officer} ${method} ${path}: ${response.status} ${JSON.stringify(answer)}`,
        'See the problem for what to do',
      );
    }
  }

  private async send(officer: string, method: string, path: string, key: string, body?: string | FormData) {
    const token = await this.token(officer);
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    };
    return await fetch(`${this.baseUrl}/api/v1${path}`, { method, headers, body: body ?? null });
  }

  private token(officer: string): Promise<string> {
    const known = this.#tokens.get(officer) ?? this.tokenFor(officer);
    this.#tokens.set(officer, known);
    return known;
  }
}

const maximumAttempts = 120;
const pauseMs = 1_000;

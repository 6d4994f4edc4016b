import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { Answer, Problem } from '../api/caller';
import { liaison, openingOf } from '../api/case-play';
import type { TornInstallation } from './torn-installation';
import { until } from './until';

/** A request that may be repeated: its key goes with it. */
export interface Request {
  readonly officer: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
}

export type CommandAnswer = Answer<CaseSummary & Problem>;

const answerLimitMs = 60_000;
const repeatLimitMs = 120_000;
const repeatPauseMs = 200;

/** The officer whose decision each of the four levels needs. */
export const levels = {
  'legal-review': 'approver.legal',
  assurances: 'approver.directorate',
  'judicial-council': 'approver.council',
  'foreign-ministry': 'approver.foreign',
} as const;

/** Calls the APIs of an installation whose processes come and go. */
export class PersistentCaller {
  #tokens = new Map<string, Promise<string>>();

  constructor(private readonly installation: TornInstallation) {}

  /** What the API answers; null when the connection broke first. */
  async send(url: string, { officer, path, body, key }: Request): Promise<CommandAnswer | null> {
    const headers = { 'idempotency-key': key, 'content-type': 'application/json' };
    return await this.call(url, officer, path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Repeats a request under its key until it is answered with something else than "later". */
  async sendUntilAnswered(url: string, request: Request): Promise<CommandAnswer> {
    const heard: unknown[] = [];
    return await until(
      () => `an answer to ${request.path} that is not ${heard}`,
      async () => {
        const answer = await this.send(url, request);
        if (answer && answer.status !== 503) return answer;
        heard.push(answer?.body.type ?? 'a broken connection');
        await delay(repeatPauseMs);
        return undefined;
      },
      repeatLimitMs,
    );
  }

  /** Opens the sample case. */
  async open(url: string): Promise<CaseSummary> {
    const request = { officer: liaison, path: '/cases', body: await openingOf(), key: randomUUID() };
    return accepted(await this.sendUntilAnswered(url, request));
  }

  openMany(url: string, count: number): Promise<CaseSummary[]> {
    return Promise.all(Array.from({ length: count }, () => this.open(url)));
  }

  /** The request that decides a level of a case as it is now, read as the officer whose level it is. */
  async decisionOn(
    url: string,
    caseId: string,
    step: keyof typeof levels,
    changes: object = {},
  ): Promise<Request> {
    const officer = levels[step];
    const { contentHash, tasks } = await this.read(url, officer, caseId);
    const task = tasks.find((candidate) => candidate.step === step && candidate.status === 'open');
    if (!task) throw new Error(`${step} is not open`);
    const body = { outcome: 'approved', contentHash, ...changes };
    return { officer, path: `/tasks/${task.id}/decision`, body, key: randomUUID() };
  }

  /** Decides a level, however often it must be asked. */
  async decide(url: string, caseId: string, step: keyof typeof levels, changes: object = {}) {
    return accepted(await this.sendUntilAnswered(url, await this.decisionOn(url, caseId, step, changes)));
  }

  async read(url: string, officer: string, caseId: string): Promise<CaseView> {
    const answer = await this.get<CaseView>(url, officer, `/cases/${caseId}`);
    if (answer?.status !== 200) throw new Error(`reading a case: ${JSON.stringify(answer)}`);
    return answer.body;
  }

  get<T>(url: string, officer: string, path: string): Promise<Answer<T> | null> {
    return this.call(url, officer, path, {});
  }

  private async call<T>(
    url: string,
    officer: string,
    path: string,
    { headers = {}, ...init }: Pick<RequestInit, 'method' | 'body'> & { headers?: Record<string, string> },
  ): Promise<Answer<T> | null> {
    const authorization = `Bearer ${await this.token(officer)}`;
    const signal = AbortSignal.timeout(answerLimitMs);
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        ...init,
        headers: { authorization, ...headers },
        signal,
      });
      const body = (await response.json()) as T;
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      if (signal.aborted) throw new Error(`${path} was not answered within ${answerLimitMs} ms`);
      // Node's error, not this realm's: `instanceof` would not know it.
      if ((error as Error).name === 'TypeError') return null;
      throw error;
    }
  }

  private token(officer: string): Promise<string> {
    const known = this.#tokens.get(officer) ?? this.installation.token(officer);
    this.#tokens.set(officer, known);
    return known;
  }
}

/** The case that a good answer shows. @throws Error that shows the answer when it is not good */
export function accepted(answer: CommandAnswer): CaseSummary {
  if (answer.status === 201) return answer.body;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

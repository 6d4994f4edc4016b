import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { childEnvironment, projectRoot } from '../../platform/config';
import { until } from './until';

const startLimitMs = 90_000;

/** A process of the product that a test has started and may kill. */
export class ProductProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  /** What it has said on both outputs since it was told something last. */
  said = '';

  private constructor(args: readonly string[], environment: Record<string, string>) {
    this.#child = spawn(process.execPath, args, { cwd: projectRoot, env: childEnvironment(environment) });
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
      });
    }
    // Who is killed does not read any more: that is what these tests are about.
    this.#child.stdin.on('error', () => undefined);
  }

  /** `node bin/taslim.js <command>`. */
  static run(command: string, environment: Record<string, string>): ProductProcess {
    return new ProductProcess(['bin/taslim.js', command], environment);
  }

  /** A script of these tests, in TypeScript. */
  static script(file: string, environment: Record<string, string>): ProductProcess {
    return new ProductProcess(['--require', 'tsx/cjs', file], environment);
  }

  get lives(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Waits until it has said this. @throws Error with all that it said when it ends instead */
  async untilItSays(words: string | RegExp): Promise<void> {
    await until(
      `a process that says ${words}`,
      () => {
        if (this.said.match(words)) return true;
        if (!this.lives) throw new Error(`the process has ended: ${this.said}`);
        return false;
      },
      startLimitMs,
    );
  }

  /** Waits until it ends by itself, and gives its exit code; null when a signal ended it. */
  async untilItEnds(): Promise<number | null> {
    if (this.lives) await once(this.#child, 'close');
    return this.#child.exitCode;
  }

  /** Writes a line to its standard input; what it has said before is forgotten. */
  tell(line: string): void {
    this.said = '';
    this.#child.stdin.write(`${line}\n`);
  }

  /** Sends a signal and waits until it has ended; SIGTERM is followed by SIGKILL when it does not. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!this.lives) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(killer);
  }
}

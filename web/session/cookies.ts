import type { Request, Response } from 'express';

/**
 * The cookies of the pages: no script reads them, and another site's request carries them only where it is a link.
 * Where people come by https they are bound to this host and path and go over nothing else (`__Host-`).
 */
export class SiteCookies {
  readonly #secure: boolean;

  constructor(publicUrl: string) {
    this.#secure = publicUrl.startsWith('https:');
  }

  read(request: Request, name: string): string | null {
    const start = `${this.#nameOf(name)}=`;
    const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
    return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? null;
  }

  /** @param value letters that need no escaping @param lifeMs until the browser is closed where it is not given */
  write(response: Response, name: string, value: string, lifeMs?: number): void {
    const life = lifeMs === undefined ? {} : { maxAge: lifeMs };
    response.cookie(this.#nameOf(name), value, { ...this.#options(), ...life });
  }

  clear(response: Response, name: string): void {
    response.clearCookie(this.#nameOf(name), this.#options());
  }

  #nameOf(name: string): string {
    return this.#secure ? `__Host-${name}` : name;
  }

  #options() {
    return { httpOnly: true, sameSite: 'lax', secure: this.#secure, path: '/' } as const;
  }
}

/** The cookie with the token of the session. */
export const sessionCookie = 'taslim-session';

/** The cookie with the sign-in that this browser has begun. */
export const signInCookie = 'taslim-sign-in';

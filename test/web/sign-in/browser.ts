/** What a browser does with pages and cookies, without what people do. Cookies know no ports, as in a browser. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The cookies as they were set, with their attributes. */
  readonly setCookies: string[] = [];
  /** Where the last answer came from. */
  address = '';

  /** Gets a page without following where it leads. */
  async get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return await this.#send(url, { headers });
  }

  /** Sends a form without following where its answer leads. */
  async send(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return await this.#send(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Goes where answers lead, until a page stays or the next address begins with `stopAt`; gives the last answer. */
  async follow(answer: Response, stopAt?: string): Promise<Response> {
    const location = answer.headers.get('location');
    if (location === null) return answer;
    const next = new URL(location, this.address).href;
    if (stopAt !== undefined && next.startsWith(stopAt)) {
      this.address = next;
      return answer;
    }
    return await this.follow(await this.get(next), stopAt);
  }

  async open(url: string): Promise<string> {
    return await (await this.follow(await this.get(url))).text();
  }

  async #send(url: string, init: RequestInit & { readonly headers: Readonly<Record<string, string>> }) {
    this.address = url;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': 'en', ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    this.setCookies.push(line);
    const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
    const expires = /expires=([^;]+)/i.exec(attributes)?.[1];
    if (expires !== undefined && Date.parse(expires) <= Date.now()) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The value of a hidden field of a page. */
export function fieldOf(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
}

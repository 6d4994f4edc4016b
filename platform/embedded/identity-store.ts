import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAtMs: number;
}

const defaultLifeS = 3600;

/**
 * Where the embedded identity provider keeps sign-ins in progress, codes and sessions: in memory, until they
 * expire or the process ends. Access tokens are not kept: they are signed and carry everything themselves.
 */
export class SignInStore implements Adapter {
  private readonly entries = new Map<string, Entry>();

  async upsert(id: string, payload: AdapterPayload, expiresIn = defaultLifeS): Promise<void> {
    this.dropExpired();
    this.entries.set(id, { payload, expiresAtMs: Date.now() + expiresIn * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    this.dropExpired();
    return this.entries.get(id)?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(id);
  }

  private findWhere(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    this.dropExpired();
    return [...this.entries.values()].find(({ payload }) => matches(payload))?.payload;
  }

  private dropExpired(): void {
    const now = Date.now();
    for (const [id, { expiresAtMs }] of this.entries) if (expiresAtMs <= now) this.entries.delete(id);
  }
}

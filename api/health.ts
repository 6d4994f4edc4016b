import { Router } from 'express';

/** Resolves when a part answers, rejects when it does not. */
export type Probe = () => Promise<unknown>;

const probeTimeoutMs = 3_000;

/** `/live`: the process runs. `/ready`: every part answers; 503 names those that do not. */
export function healthRouter(probes: Readonly<Record<string, Probe>>): Router {
  const router = Router();
  router.get('/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/ready', async (_request, response) => {
    const entries = await Promise.all(
      Object.entries(probes).map(async ([name, probe]) => [name, await stateOf(probe)]),
    );
    const parts = Object.fromEntries(entries) as Record<string, 'ok' | 'missing'>;
    const ready = Object.values(parts).every((state) => state === 'ok');
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'missing', parts });
  });
  return router;
}

async function stateOf(probe: Probe): Promise<'ok' | 'missing'> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), probeTimeoutMs);
  });
  return await Promise.race([probe(), timeout])
    .then(
      () => 'ok' as const,
      () => 'missing' as const,
    )
    .finally(() => clearTimeout(timer));
}

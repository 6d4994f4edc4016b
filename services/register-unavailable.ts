/** Prisma's codes for a database that does not answer, and the codes of Node, its driver and PostgreSQL behind them. */
const unavailable =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|08...|57P0[123]|53300|DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/;

/** The driver says these without a code. */
const unavailableWords = /timeout exceeded when trying to connect|Query read timeout|Connection terminated/;

/** True when the register does not answer: the same request may be made again later. */
export function isRegisterUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind, message, cause, meta, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  if ([code, originalCode, kind].some((value) => unavailable.test(String(value)))) return true;
  if (unavailableWords.test(String(message))) return true;
  return [cause, meta, driverAdapterError].some((inner) => isRegisterUnavailable(inner, depth + 1));
}

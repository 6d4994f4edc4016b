/** Rows that one request takes: few enough that a person sees it go on, and that the body stays within its limit. */
const partRows = 25;
const partBytes = 800_000;

/** Rows in parts, in order; a row that is too large by itself is a part of its own, and the API says so. */
export function parts(rows: readonly unknown[]): unknown[][] {
  const all: unknown[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row ?? null));
    const last = all.at(-1);
    if (last && last.length < partRows && bytes + size <= partBytes) {
      last.push(row);
      bytes += size;
    } else {
      all.push([row]);
      bytes = size;
    }
  }
  return all;
}

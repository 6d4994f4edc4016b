/**
 * How many workflows the workers of the tests keep in memory. TASLIM_TEST_CACHED_WORKFLOWS=0 has them keep none: every
 * task begins with a replay of the case's history, and what is not deterministic fails. Unset, it is the SDK's choice.
 */
export function cachedWorkflows(): { readonly maxCachedWorkflows?: number } {
  const chosen = process.env.TASLIM_TEST_CACHED_WORKFLOWS;
  return chosen === undefined ? {} : { maxCachedWorkflows: Number(chosen) };
}

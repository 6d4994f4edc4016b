/** Makes a `switch` over a union exhaustive: the compiler refuses the call while a member is left. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

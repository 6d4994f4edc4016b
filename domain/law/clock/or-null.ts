/** What `read` gives, or null: Temporal answers a value it cannot read with a RangeError. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

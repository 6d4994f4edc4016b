const anyOrigin = 'http://pages.invalid';
const longest = 2_000;

/**
 * Where to go after the sign-in: a path of these pages with its query, and nothing that a browser would read as an
 * address elsewhere. What cannot be trusted leads home, as do the ways in and out themselves.
 */
export function returnPathOf(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > longest || !wanted.startsWith('/')) return '/';
  if (!URL.canParse(wanted, anyOrigin)) return '/';
  const { origin, pathname, search } = new URL(wanted, anyOrigin);
  // The parser takes out what browsers overlook (tabs, backslashes); it may leave two slashes at the start.
  if (origin !== anyOrigin || pathname.startsWith('//') || /^\/sign-(in|out)(\/|$)/.test(pathname))
    return '/';
  return `${pathname}${search}`;
}

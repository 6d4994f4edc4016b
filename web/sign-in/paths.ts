export const signInRoute = '/sign-in';
export const callbackRoute = '/sign-in/callback';
export const signOutRoute = '/sign-out';
export const signOutEverywhereRoute = '/sign-out/everywhere';

/** The way to the sign-in and back; `fresh` asks for a login even of who is signed in. */
export function signInPath({
  returnTo,
  fresh = false,
}: {
  readonly returnTo: string;
  readonly fresh?: boolean;
}): string {
  const query = new URLSearchParams({ return: returnTo, ...(fresh ? { fresh: '1' } : {}) });
  return `${signInRoute}?${query}`;
}

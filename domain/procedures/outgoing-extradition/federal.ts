/**
 * A step of the federal side. A request of the Kurdistan Region leaves through Baghdad (Iraq, Constitution art. 110), and
 * the Region asks Baghdad for it: of the two sides of Iraq the requested one. A federal request has no sides.
 */
export const federal = { party: 'requested' } as const;

/** One whose outcome the Region hears of. */
export const told = { ...federal, tells: 'requesting' } as const;

export const decisions = ['approved', 'refused'] as const;
export const nothing = [] as const;

/** What is taken back where a case ends when the request has left already. */
export const withdrawals = ['arrest-request-withdrawal', 'request-withdrawal'] as const;

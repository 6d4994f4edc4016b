/**
 * Why information is refused. UNTOC art. 18(21) names the first four grounds and 18(25) the fifth, for mutual legal
 * assistance; reasons are given (18(23)). The last two are practice: nobody can give what he does not have, and a
 * victim's privacy is protected (Trafficking Protocol art. 6). To be checked with counsel.
 */
export const refusalReasons = [
  'not-in-conformity',
  'essential-interests',
  'prohibited-by-own-law',
  'contrary-to-legal-system',
  'ongoing-investigation',
  'information-not-held',
  'victim-privacy',
] as const;

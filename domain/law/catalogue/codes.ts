/** Procedures that the catalogue's records can speak of, seen from the house: Iraq asks, is asked, hands over within. */
export const procedures = ['outgoing-extradition', 'incoming-extradition', 'suspect-transfer'] as const;
export type Procedure = (typeof procedures)[number];

/** Why a surrender is refused. */
export const refusalGrounds = [
  'nationality',
  'dual-criminality',
  'threshold',
  'political',
  'military',
  'discrimination',
  'ne-bis-in-idem',
  'limitation',
  'amnesty',
  'territoriality',
  'pending-case',
  'death-penalty',
  'torture',
  'unfair-trial',
  'in-absentia',
  'minor-or-humanitarian',
  'insufficient-documents',
  'deadline-passed',
  'refugee-status',
  'evidence-insufficient',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** What an instrument wants in the file. */
export const documentItems = [
  'arrest-warrant',
  'judgment',
  'statement-of-facts',
  'text-of-provisions',
  'identity',
  'photograph',
  'translation-sv',
  'translation',
  'evidence-of-participation',
  'assurance-no-death-penalty',
  'assurance-retrial',
  'description',
  'requesting-authority',
  'penalty-and-part-served',
  'limitation-and-interruptions',
  'presence-at-trial',
  'location',
  'medical-certificate',
  'belongings-inventory',
  'execution-order',
  'escort-order',
  'handover-protocol',
  'court-receipt',
] as const;

/** What an instrument has the State do that is asked. */
export const duties = ['consult-before-refusal'] as const;

/** What a limit runs from. */
export const triggers = [
  'arrest',
  'provisional-arrest',
  'taken-into-custody',
  'first-detention',
  'detention-order',
  'medical-check',
  'consent',
  'final-decision',
  'extradition-order',
  'notice-of-decision',
  'readiness-notice',
  'agreed-surrender-date',
  'final-discharge',
] as const;

/** What the expiry of a limit means; the texts are `effect.*` of the locales. */
export const effects = [
  'release-expected',
  'release-unless-continued',
  'release-possible',
  'release-and-refusal',
  'release',
  'release-without-file',
  'release-at-cap',
  'discharge',
  'renew-or-release',
  'leave-of-criminal-court',
  'present-to-judge',
  'register-entry',
  'speciality-ends',
  'inform-of-consent',
  'decide-on-consent',
  'surrender-due',
  'decision-overdue',
  'examine-anew',
] as const;

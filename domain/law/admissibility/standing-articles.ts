import type { AdmissibilityFacts } from './facts';
import type { Article, QuestionCode } from './report';

/** What bears on a question whichever instruments bind the two States. */
export function standingArticles(
  question: QuestionCode,
  { requestingState }: AdmissibilityFacts,
): readonly Article[] {
  const ofIraq = requestingState === 'IQ' && question === 'death-penalty' ? [deathPenaltyForTrafficking] : [];
  return [...(international[question] ?? []), ...ofIraq];
}

/** Why an assurance is asked of Iraq where a victim of trafficking died. */
const deathPenaltyForTrafficking: Article = {
  instrument: 'IQ-28-2012',
  article: '8',
  source: 'Iraq, Combating Trafficking in Persons Law 28/2012, art. 8: death if the victim dies',
  basis: 'to-be-checked',
  verified: false,
};

const international: Readonly<Partial<Record<QuestionCode, readonly Article[]>>> = {
  'ne-bis-in-idem': [
    unverified('ICCPR', '14(7)', 'International Covenant on Civil and Political Rights 1966'),
  ],
  'death-penalty': [unverified('ICCPR', '6', 'International Covenant on Civil and Political Rights 1966')],
  minor: [unverified('CRC', '3, 37, 40', 'Convention on the Rights of the Child 1989')],
  refugee: [unverified('CSR51', '33', 'Convention relating to the Status of Refugees 1951')],
  victim: [
    unverified(
      'OHCHR-TRAFFICKING',
      'Principle 7',
      'OHCHR, Recommended Principles and Guidelines on Human Rights and Human Trafficking 2002: victims are not punished',
    ),
  ],
};

function unverified(instrument: string, article: string, title: string): Article {
  return {
    instrument,
    article,
    source: `${title}, ${article}`,
    basis: 'general-knowledge',
    verified: false,
  };
}

import type { Refusal } from '../domain/case/refusal';
import { hasText, type Language, text } from '../locales';
import { type ImportReport, type RowReport, rowResults } from '../services/import/import-report';
import type { RowOutcome } from '../services/import/row-outcome';
import { faultText } from './input-faults';

/** What came of an import, as a person reads it: every fault in words, and how many rows came to what. */
export function importInWords(outcomes: readonly RowOutcome[], language: Language): ImportReport {
  const counted = rowResults.map((result) => [
    result,
    outcomes.filter((outcome) => outcome.result === result).length,
  ]);
  return {
    counts: Object.fromEntries(counted) as ImportReport['counts'],
    rows: outcomes.map(({ faults, refusal, ...outcome }, index) => ({
      index,
      ...outcome,
      faults: [
        ...faults.map((fault) => ({
          params: {},
          ...fault,
          detail: faultText(fault, language),
        })),
        ...(refusal ? [refusalInWords(refusal, language)] : []),
      ],
    })),
  };
}

/** A refusal points at the item of the past that does not fit, or at the row. */
function refusalInWords(
  { code, params: { item, ...params } }: Pick<Refusal, 'code' | 'params'>,
  language: Language,
): RowReport['faults'][number] {
  const key = `problem.${code}`;
  return {
    pointer: item === undefined ? '' : `/past/${item}`,
    code,
    params,
    detail: hasText(key) ? text(language, key) : code,
  };
}

/** One spelling of a person's name. An alias is one line: its `family` is empty. */
export interface NameSpelling {
  readonly given: string;
  readonly family: string;
  readonly alias: boolean;
}

/** What a person is recognised by. */
export interface IdentifiedPerson {
  readonly names: readonly NameSpelling[];
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; null where nothing is known. */
  readonly birth: string | null;
  /** Numbers of passports and identity cards, as they are written there. */
  readonly documents: readonly string[];
}

/** A spelling as one line, given name first. */
export function fullNameOf({ given, family }: NameSpelling): string {
  return `${given} ${family}`.trim();
}

import { endNode, startNode } from '../../domain/procedures/graph';
import { hasText, type Language, MissingTextError, text } from '../../locales';

/** The text of a code that declared steps or the register hold. @throws MissingTextError for a code without one */
function textOf(language: Language, key: string): string {
  if (!hasText(key)) throw new MissingTextError(language, key);
  return text(language, key);
}

export function nodeName(language: Language, name: string): string {
  if (name === startNode || name === endNode) return text(language, `picture.${name}`);
  return textOf(language, `step.${name}`);
}

export const outcomeName = (language: Language, outcome: string) => textOf(language, `outcome.${outcome}`);
export const roleName = (language: Language, role: string) => textOf(language, `role.${role}`);
export const procedureName = (language: Language, name: string) => textOf(language, `procedure.${name}`);

import { hasText, type Language, text } from '../../locales';

/** What a role is called; its code where the register holds one that is not known any more. */
export function roleName(language: Language, role: string): string {
  const key = `role.${role}`;
  return hasText(key) ? text(language, key) : role;
}

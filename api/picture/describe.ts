import type { NodeState } from '../../domain/procedures/graph-states';
import { type Language, text } from '../../locales';
import { boxLines } from './box-lines';
import type { PictureInput, PictureNode } from './picture-input';
import { setApart } from './text-lines';
import { nodeName, procedureName } from './words';

/** The heading of the picture. */
export function titleOf({ language, procedure, reference }: PictureInput): string {
  const name = procedureName(language, procedure);
  return reference === null
    ? name
    : text(language, 'picture.title', { procedure: name, reference: setApart(reference) });
}

/** What the picture shows, in words for who does not see it: which steps are done, open with all that is said of them, and so on. */
export function describePicture(input: PictureInput): string {
  const { language, reference } = input;
  const steps = input.nodes.filter(({ role }) => role !== null);
  const names = (nodes: readonly PictureNode[]) =>
    listed(
      language,
      nodes.map(({ name }) => nodeName(language, name)),
    );
  if (reference === null) return text(language, 'picture.summary-declared', { steps: names(steps) });
  const of = (state: NodeState) => steps.filter(({ progress }) => progress?.state === state);
  const open = of('open').map((node) => inOneLine(input, node));
  return text(language, 'picture.summary', {
    done: names(of('done')),
    open: listed(language, open),
    toCome: names(of('to-come').filter(({ aside }) => !aside)),
    skipped: names(of('skipped').filter(({ aside }) => !aside)),
  });
}

function inOneLine(input: PictureInput, node: PictureNode): string {
  const [, ...more] = boxLines(input, node);
  return `${nodeName(input.language, node.name)} (${more.map((line) => line.text).join(' ')})`;
}

function listed(language: Language, names: readonly string[]): string {
  return names.length === 0 ? text(language, 'picture.none') : names.join(language === 'en' ? ', ' : '، ');
}

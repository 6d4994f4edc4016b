import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casePicture, procedurePicture } from '../../../api/picture/case-picture';
import { alarm, boxStyles, ink, lineStyles, paper } from '../../../api/picture/palette';
import { setApart, textWidth, wrap } from '../../../api/picture/text-lines';
import { roles } from '../../../domain/permissions/roles';
import { procedureGraph } from '../../../domain/procedures/graph';
import { nodeStates } from '../../../domain/procedures/graph-states';
import type { StepTable } from '../../../domain/procedures/step';
import { hasText, type Language, languages, type TextKey, text } from '../../../locales';
import type { CaseGraph, CaseNode } from '../../../services/cases/get-case-graph';
import { procedureNames, procedureOf } from '../../../services/procedures';

const { steps } = procedureOf('outgoing-extradition');
const { edges, steps: declared } = procedureGraph(steps);
const now = '2026-03-10T00:00:00.000Z';

const blank: Omit<CaseNode, 'name'> = {
  state: 'to-come',
  role: null,
  queue: null,
  aside: false,
  visits: 0,
  outcome: null,
  officer: null,
  openedAt: null,
  closedAt: null,
  occurredAt: null,
  dueAt: null,
  limits: [],
};

/** A case whose steps are to come, but those that `known` says more of. */
function graphWith(known: Readonly<Record<string, Partial<CaseNode>>>): CaseGraph {
  const nodes = [{ name: 'start' }, ...declared, { name: 'end' }].map((node) => {
    const { name, role = null, queue = null, aside = false } = { ...blank, ...node };
    return { ...blank, name, role, queue, aside, ...known[name] };
  });
  return {
    caseId: '00000000-0000-4000-8000-000000000000',
    reference: 'TAS-2026-000001',
    procedure: 'outgoing-extradition',
    zone: 'Asia/Baghdad',
    closedAt: null,
    nodes,
    edges: edges.map((edge) => ({ ...edge, taken: edge.from === 'start' })),
  };
}

/** What the texts of a picture say, one after another. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said = '']) => said);

/** Where the text that begins with `said` stands. */
function xOf(svg: string, said: string): number {
  const found = new RegExp(`translate\\(([\\d.]+) [\\d.]+\\)[^\\n]*>${said}`).exec(svg);
  return Number(found?.[1]);
}

const widthOf = (svg: string) => Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);

/** An XML reader of the smallest kind: every element is closed in its order. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', alone] of svg.matchAll(/<(\/?)([\w]+)[^<>]*?(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!alone) open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg.replace(/<\/?\w[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
}

describe('a picture', () => {
  it.each(languages)('in %s is well-formed, with every step of the procedure', async (language) => {
    const svg = await procedurePicture('outgoing-extradition', steps, language);
    expectWellFormed(svg);
    for (const name of Object.keys(steps)) {
      const key = `step.${name}`;
      if (hasText(key)) expect(svg).toContain(text(language, key));
    }
  });

  it('is the same each time it is drawn', async () => {
    const draw = () => procedurePicture('outgoing-extradition', steps, 'ckb');
    expect(await draw()).toBe(await draw());
  });

  it('is mirrored where one reads from right to left', async () => {
    const known = { 'urgent-approval': { state: 'open' } } as const;
    const left = await casePicture(graphWith(known), 'en', now);
    const right = await casePicture(graphWith(known), 'ar', now);
    const beside = (svg: string, urgent: string, review: string) =>
      Math.sign(xOf(svg, urgent) - xOf(svg, review));
    const inEnglish = beside(left, text('en', 'step.urgent-approval'), text('en', 'step.legal-review'));
    const inArabic = beside(right, text('ar', 'step.urgent-approval'), text('ar', 'step.legal-review'));
    expect([inEnglish, inArabic]).toEqual([-1, 1]);
    expect(left).toMatch(/<text x="24" y="36"/);
    expect(right).toContain(`<text x="${widthOf(right) - 24}" y="36"`);
    expect(right).toContain('direction="rtl"');
  });

  it('holds no script, style, link or reference to elsewhere, whatever a name or a rule says', async () => {
    const officer = `\u0000\u0008\ud800\uffff\u202e"/><b>&amp;<script>x</script><a href='y'>`;
    const limits = [{ key: 'k', rule: '<b onload="z">', dueAt: now, expired: false }];
    const known: Record<string, Partial<CaseNode>> = {
      'person-checks': { state: 'done', officer, outcome: 'clear', closedAt: now, visits: 1 },
      receipt: { limits },
    };
    for (const language of languages) {
      const svg = await casePicture(graphWith(known), language, now);
      expectWellFormed(svg);
      expect(svg).not.toMatch(/<(script|style|a|b|image|use|foreignObject)\b|<!|<\?|style=|url\(/i);
      expect(
        [...svg.matchAll(/ ([\w:-]+)="/g)]
          .map(([, name]) => name)
          .filter((name) => /^on|href|src/.test(name ?? '')),
      ).toEqual([]);
      expect(svg).not.toMatch(/[\p{Cs}\u202a-\u202e\ufffe\uffff]|(?!\n)\p{Cc}/u);
    }
  });

  it('says in each box what the state, who and until when is', async () => {
    const known: Record<string, Partial<CaseNode>> = {
      'person-checks': {
        state: 'done',
        outcome: 'clear',
        officer: 'Ann',
        closedAt: '2026-03-01T21:30:00Z',
        visits: 2,
      },
      'legal-review': {
        state: 'open',
        visits: 1,
        openedAt: '2026-03-02T06:00:00Z',
        dueAt: '2026-03-09T21:00:00Z',
      },
      'urgent-approval': { state: 'skipped' },
      receipt: { limits: [{ key: 'k', rule: 'SWE23-40', dueAt: '2026-04-12T22:00:00Z', expired: false }] },
      opinion: { limits: [{ key: 'l', rule: 'X', dueAt: '2026-03-01T00:00:00Z', expired: true }] },
    };
    const svg = await casePicture(graphWith(known), 'en', now);
    const said = textsOf(svg).map((line) => line.replaceAll('\u00a0', ' '));
    expect(said).toEqual(
      expect.arrayContaining([
        'Done: Nothing found',
        '\u2068Ann\u2069',
        '2 Mar 2026, 00:30',
        'Times opened: 2',
        'Open since 2 Mar 2026, 09:00',
        'Overdue since 9 Mar 2026, 24:00',
        'Legal limit \u2068SWE23-40\u2069:',
        '13 Apr 2026, 01:00',
        'Skipped',
      ]),
    );
    expect(said.join(' ')).toContain('Legal limit \u2068X\u2069 passed: 1 Mar 2026');
  });

  it('shows of the steps beside the course those that were opened', async () => {
    const without = textsOf(await casePicture(graphWith({}), 'en', now));
    expect(without).not.toContain('Mandatory release');
    const known = { 'mandatory-release': { state: 'open', visits: 1 } } as const;
    expect(textsOf(await casePicture(graphWith(known), 'en', now))).toContain('Mandatory release');
  });

  it('of a way that was taken shows no other outcome that leads to the same step', async () => {
    const graph = graphWith({ 'request-checklist': { state: 'done', outcome: 'complete' } });
    const went = (from: string, outcome: string | null) =>
      from === 'request-checklist' && outcome === 'complete';
    const edges = graph.edges.map((edge) => ({ ...edge, taken: went(edge.from, edge.outcome) }));
    const said = textsOf(await casePicture({ ...graph, edges }, 'en', now));
    expect(said).toContain('Complete');
    expect(said).not.toContain('With gaps');
  });

  it('of a procedure says nothing of a case', async () => {
    const svg = await procedurePicture('outgoing-extradition', steps, 'en');
    expect(svg).toContain('<title id="picture-title">Outgoing extradition</title>');
    expect(svg).not.toMatch(/Done|Skipped|Overdue|UTC/);
  });

  it('is told to who does not see it', async () => {
    const known = { 'legal-review': { state: 'open', role: 'legal-reviewer', dueAt: now } } as const;
    const svg = await casePicture(graphWith(known), 'en', now);
    const described = /<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? '';
    expect(described).toContain('Open now: Legal review (Legal reviewer');
    expect(described).toContain('Overdue since');
  });
});

describe('the texts of pictures', () => {
  it.each(procedureNames)('name %s, its outcomes and who acts on its steps', (name) => {
    const table = procedureOf(name).steps;
    const outcomes = Object.values(table).flatMap((step) =>
      step.outcomes.map((outcome) => `outcome.${outcome}`),
    );
    const keys = [`procedure.${name}`, ...outcomes, ...roles.map((role) => `role.${role}`)];
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
  });

  it('are broken into lines that are no wider than the room, and cut at the last', () => {
    const lines = wrap('Approval by the Ministry of Foreign Affairs of the other State', 120, 11, 2);
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of [...lines, ...wrap('x'.repeat(500), 120, 11, 2)]) {
      expect(textWidth(line, 11)).toBeLessThanOrEqual(120);
    }
  });

  it('stay in their order beside a name of the other direction', () => {
    expect(setApart('سالار\u202e')).toBe('\u2068سالار\u2069');
    expect(setApart('می\u200cخواهم')).toBe('\u2068می\u200cخواهم\u2069');
  });
});

describe('the states of a picture', () => {
  it('differ in outline or dashes and in width, not in colour alone', () => {
    const told = nodeStates.map((state) => `${boxStyles[state].dashes} ${boxStyles[state].width}`);
    expect(new Set(told).size).toBe(nodeStates.length);
    const ways = (['taken', 'possible', 'passed'] as const).map(
      (look) => `${lineStyles[look].dashes} ${lineStyles[look].width}`,
    );
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('stand out from their ground: texts by 4.5 to 1, lines by 3 to 1', () => {
    for (const { fill, stroke, text: words } of Object.values(boxStyles)) {
      expect(contrast(words, fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(stroke, fill)).toBeGreaterThanOrEqual(3);
      expect(contrast(stroke, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(alarm, fill)).toBeGreaterThanOrEqual(4.5);
    }
    for (const { stroke, text: words } of Object.values(lineStyles)) {
      expect(contrast(words, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(stroke, paper)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

it('the pictures in docs/procedures are fresh', async () => {
  for (const name of procedureNames) {
    const file = join(__dirname, '../../../docs/procedures', `${name}.svg`);
    expect(readFileSync(file, 'utf8')).toBe(await procedurePicture(name, procedureOf(name).steps, 'en'));
  }
});

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('a picture of a procedure between two sides', () => {
  const table = procedureOf('suspect-transfer').steps;
  const drawn = (language: Language) => procedurePicture('suspect-transfer', table, language);

  it.each(languages)('in %s is well-formed, with every step and whose it is', async (language) => {
    const svg = await drawn(language);
    expectWellFormed(svg);
    const description = /<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? '';
    for (const name of Object.keys(table))
      expect(description).toContain(text(language, `step.${name}` as TextKey));
    for (const party of ['requesting', 'requested'] as const) {
      const role = text(language, 'role.manager');
      expect(textsOf(svg)).toContain(text(language, `picture.of-side.${party}`, { role }));
    }
  });

  it('never calls a side of Iraq the requested one where another State is asked', async () => {
    const { steps } = procedureOf('outgoing-extradition');
    const svg = await procedurePicture('outgoing-extradition', steps, 'en');
    expect(textsOf(svg).filter((said) => /, request(ing|ed) side/.test(said))).toEqual([]);
    expect(textsOf(svg)).toContain('Manager, federal side');
  });

  it('has many steps that follow one at once in rows, four beside each other', async () => {
    const many = Array.from({ length: 12 }, (_, index) => Object.keys(table)[index + 1] ?? '');
    const step = (next: readonly string[]) => ({ ...table.arrest, outcomes: ['told'], next: { told: next } });
    const fan = { arrest: step(many), ...Object.fromEntries(many.map((name) => [name, step([])])) };
    const svg = await procedurePicture('suspect-transfer', fan as StepTable, 'en');
    const heights = [...svg.matchAll(/translate\([\d.]+ ([\d.]+)\)"><rect x="-130"/g)].map(([, y]) => y);
    const inRow = [...new Set(heights)].map((row) => heights.filter((y) => y === row).length);
    expect(inRow.sort()).toEqual([1, 4, 4, 4]);
  });

  it('draws the way to a crowded step from the last before it, not from one that leads back', async () => {
    const named = (next: readonly string[]) => ({
      ...table.arrest,
      outcomes: ['told'],
      next: { told: next },
    });
    const crowded = {
      counsel: named(['interpreter', 'presentation']),
      interpreter: named(['release', 'presentation']),
      release: named(['belongings', 'presentation']),
      belongings: named(['presentation']),
      presentation: named(['receipt']),
      receipt: named(['presentation', 'end']),
    };
    const svg = await procedurePicture('suspect-transfer', crowded as StepTable, 'en');
    const [belongings, presentation] = [text('en', 'step.belongings'), 'Presentation to the court'];
    expect(Math.abs(xOf(svg, belongings) - xOf(svg, presentation))).toBeLessThan(1);
    expect(textsOf(svg).filter((said) => said.startsWith('To: '))).toHaveLength(4);
  });
});

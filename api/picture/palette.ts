import type { NodeState } from '../../domain/procedures/graph-states';

/** How a box looks. `declared` is a step of a procedure that is shown without a case. */
export type BoxLook = NodeState | 'declared';

/** `possible`: the case may still go that way; `passed`: it did not; `declared`: without a case. */
export type LineLook = 'taken' | 'possible' | 'passed' | 'declared';

interface BoxStyle {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  readonly width: number;
  readonly dashes: string | null;
}

interface LineStyle {
  readonly stroke: string;
  readonly text: string;
  readonly width: number;
  readonly dashes: string | null;
}

/**
 * Every state differs in colour and in outline, so that it is told without colours too. Texts stand out from their
 * ground by 4.5 to 1 at least, outlines and lines by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it.
 */
export const boxStyles: Readonly<Record<BoxLook, BoxStyle>> = {
  done: { fill: '#e4f3e8', stroke: '#1e6b34', text: '#123d1f', width: 1.5, dashes: null },
  open: { fill: '#fff3d1', stroke: '#8a4b00', text: '#3d2300', width: 3, dashes: null },
  skipped: { fill: '#f3f3f3', stroke: '#767676', text: '#595959', width: 1, dashes: '6 4' },
  'to-come': { fill: '#ffffff', stroke: '#2f5d8c', text: '#1f3a57', width: 1.5, dashes: '1.5 3' },
  declared: { fill: '#f4f7fb', stroke: '#2f5d8c', text: '#1f2a37', width: 1.5, dashes: null },
};

export const lineStyles: Readonly<Record<LineLook, LineStyle>> = {
  taken: { stroke: '#1e6b34', text: '#123d1f', width: 3, dashes: null },
  possible: { stroke: '#2f5d8c', text: '#1f3a57', width: 1.25, dashes: null },
  passed: { stroke: '#8a8a8a', text: '#595959', width: 1, dashes: '5 4' },
  declared: { stroke: '#4a5a6b', text: '#1f2a37', width: 1.25, dashes: null },
};

export const paper = '#ffffff';
export const ink = '#1f2a37';
/** A limit that has passed. */
export const alarm = '#9b0000';

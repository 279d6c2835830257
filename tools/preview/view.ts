import type { GrafanaPanelJson } from './dashboard-json';
import type { Window } from './data-source';
import type { Field } from './fields';
import type { Answer } from './query';
import { wrapText } from './font';
import { text } from './svg';
import { THEME } from './theme';
import type { Clock } from './units';

/** What the body of one panel is drawn from. */
export interface View {
  readonly panel: GrafanaPanelJson;
  readonly answers: readonly Answer[];
  readonly fields: readonly Field[];
  readonly window: Window;
  readonly clock: Clock;
  readonly width: number;
  readonly height: number;
  /** Begins every id in the panel, so that none stands twice in the document. */
  readonly id: string;
}

/** Draws the body of a panel as SVG, its upper left corner at 0, 0. */
export type Draw = (view: View) => string;

/** A sentence in the middle of the body. */
export function message({ width, height }: View, words: string): string {
  const lines = wrapText(words, width, 14);
  const top = height / 2 + 5 - (lines.length - 1) * 9;
  const style = { x: width / 2, size: 14, anchor: 'middle' as const, fill: THEME.dim };
  return lines.map((line, i) => text(line, { ...style, y: top + i * 18 })).join('');
}

/** What a panel without data shows: Grafana's words, or its own. */
export function noData(view: View): string {
  return message(view, view.panel.fieldConfig?.defaults?.noValue ?? 'No data');
}

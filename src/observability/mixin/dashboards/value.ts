import { settingOf } from '../subject';
import { type Expr, type Json, evaluate, isExpr, ref } from '../../../engine/expr';

/** A number that the installation sets and a dashboard shows: a threshold of an alert, or an objective. */
export type Setting =
  | { readonly alert: `Coderd${string}`; readonly name: string }
  | { readonly slo: 'availability' | 'latency' | 'latencyMilliseconds' };

/** Where a setting is among the values. */
function pathOf(setting: Setting): readonly string[] {
  if ('slo' in setting) return ['metrics', 'slo', setting.slo];
  return ['metrics', 'alerts', settingOf({ name: setting.alert }, { alertPrefix: 'Coderd' }), setting.name];
}

/** A setting as an operand of a query. */
export function valueOf<T extends number = number>(setting: Setting): Expr<T> {
  return ref<T>(pathOf(setting), 'number');
}

/** What stands for a setting in the place of a number; in the text of a dashboard it is a string. */
export function numberMarker(setting: Setting): string {
  return `@{${pathOf(setting).join('.')}}`;
}

const OBJECTIVES = ['availability', 'latency', 'latencyMilliseconds'] as const;

/** The text of a query, in which `@[path]` stands for a setting. */
export function withMarkers(text: Expr<string>): string {
  const slo = Object.fromEntries(OBJECTIVES.map((name) => [name, `@[${pathOf({ slo: name }).join('.')}]`]));
  return evaluate(text, { values: { metrics: { slo } } satisfies Json, builtins: NOBODY }) as string;
}

const NOBODY = { releaseName: '', namespace: '' };

/** Tells a setting from a number. */
export function isSetting(value: number | Setting): value is Setting {
  return typeof value === 'object' && !isExpr(value);
}

/** A place in the text of a dashboard that takes a number. */
export interface Hole {
  /** What the number replaces, wherever it occurs. */
  readonly marker: string;
  /** Which of the values it is. */
  readonly path: readonly string[];
}

/** The places of a text that take numbers: whole numbers of the JSON, and numbers inside queries. */
export function holesOf(text: string): readonly Hole[] {
  const found = text.match(/"@\{[\w.]+\}"|@\[[\w.]+\]/g) ?? [];
  return [...new Set(found)].map((marker) => ({ marker, path: marker.replace(/["@{}[\]]/g, '').split('.') }));
}

import { type Expr, type Json, evaluate, isExpr, ref } from '../../../engine/expr';
import type { Leaf } from '../../../engine/values';
import type { Alert, Leaves } from '../alert';

/** The names of the numbers among some values. */
export type NumberIn<T extends Leaves> = { [N in keyof T]: T[N] extends Leaf<number> ? N : never }[keyof T] & string;

/** What a value is in TypeScript. */
export type ValueIn<L> = L extends Leaf<infer V> ? V : never;

/**
 * A number that the installation sets and a dashboard shows, as an operand of a query or as a bound of colours: a threshold of an alert, or
 * an objective.
 */
export function valueOf<T extends Leaves, const N extends NumberIn<T>>(
  of: { readonly alert: Alert<T>; readonly name: N } | { readonly objectives: T; readonly name: N },
): Expr<ValueIn<T[N]>> {
  const [place, values]: readonly [readonly string[], Leaves] =
    'alert' in of ? [['alerts', of.alert.name], of.alert.thresholds] : [['slo'], of.objectives];
  return ref([...place, of.name], values[of.name]?.type ?? 'number');
}

/** What stands for such a number in the place of a number; in the text of a dashboard it is a string. */
export function numberMarker(value: Expr<number>): string {
  if (value.node.op !== 'ref') throw new Error('a bound of colours must be a number or valueOf(...)');
  return `@{${value.node.path.join('.')}}`;
}

/** What stands for each number that an installation sets, inside the text of a query. */
export function queryMarkers(alerts: readonly Alert[], objectives: Leaves): Json {
  const markers = (place: string, values: Leaves): Json =>
    Object.fromEntries(Object.keys(values).map((name) => [name, `@[${place}.${name}]`]));
  const ofAlerts = alerts.map(({ name, thresholds }) => [name, markers(`alerts.${name}`, thresholds)] as const);
  return { alerts: Object.fromEntries(ofAlerts), slo: markers('slo', objectives) };
}

/** The text of a query, in which a marker stands for each number that an installation sets. */
export function withMarkers(text: Expr<string>, markers: Json): string {
  const printed = evaluate(text, { values: markers, builtins: { releaseName: '', namespace: '' } });
  if (typeof printed !== 'string') throw new Error('a query must be a text');
  return printed;
}

/** A place in the text of a dashboard that takes a number. */
export interface Hole {
  /** What the number replaces, wherever it occurs. */
  readonly marker: string;
  /** Which number it is: `alerts`, the name of the alert, that of its threshold; or `slo` and the name of the objective. */
  readonly place: readonly string[];
}

/** The places of a text that take numbers: whole numbers of the JSON, and numbers inside queries. */
export function holesOf(text: string): readonly Hole[] {
  const found = text.match(/"@\{[\w.]+\}"|@\[[\w.]+\]/g) ?? [];
  return [...new Set(found)].map((marker) => ({ marker, place: marker.replace(/["@{}[\]]/g, '').split('.') }));
}

/** Tells such a number from one that is known. */
export function isSetLater(value: number | Expr<number>): value is Expr<number> {
  return isExpr(value);
}

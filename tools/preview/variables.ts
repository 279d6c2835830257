import type { VariableJson } from './dashboard-json';
import type { PreviewOptions, Window } from './data-source';
import { PreviewError } from './failure';

/** Variables by name, without `$`. */
export type Variables = ReadonlyMap<string, string>;

const REFERENCE = /\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?:[:.][^}]*)?\}|\[\[([A-Za-z_]\w*)(?::\w+)?\]\]/g;

/** The variables of the dashboard, and those given, which win. */
export function dashboardVariables(list: readonly VariableJson[], options: PreviewOptions): Variables {
  const own = list.flatMap((variable) => {
    const value = currentValue(variable);
    return value === undefined ? [] : [[variable.name, value] as const];
  });
  return new Map([...own, ...Object.entries(options.variables)]);
}

function currentValue(variable: VariableJson): string | undefined {
  const { allValue, current, query, type = '' } = variable;
  const values = valuesOf(current?.value);
  if (values.includes('$__all')) return allValue ?? '.+';
  if (values.length > 0) return values.length === 1 ? values[0] : `(${values.join('|')})`;
  const isTyped = ['constant', 'textbox'].includes(type) && typeof query === 'string';
  return isTyped ? query : (allValue ?? undefined);
}

function valuesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** Variables that Grafana has of itself, for one window of time. */
export function builtIn({ start, end, step }: Window, scrapeSeconds: number): Variables {
  const range = Math.round(end - start);
  const rateInterval = Math.max(step + scrapeSeconds, 4 * scrapeSeconds);
  return new Map([
    ['__interval', `${step}s`],
    ['__interval_ms', String(step * 1000)],
    ['__rate_interval', `${rateInterval}s`],
    ['__rate_interval_ms', String(rateInterval * 1000)],
    ['__range', `${range}s`],
    ['__range_s', String(range)],
    ['__range_ms', String(range * 1000)],
    ['__from', String(start * 1000)],
    ['__to', String(end * 1000)],
  ]);
}

/**
 * The query with its variables replaced.
 *
 * @throws {PreviewError} if one has no value; `where` begins the message
 */
export function substitute(expr: string, variables: Variables, where: string): string {
  return replaceAll(expr, (name) => {
    const value = variables.get(name);
    if (value === undefined)
      throw new PreviewError(
        `${where}: variable $${name} has no value, allowed are ${[...variables.keys()].sort().join(', ')}; give it one`,
      );
    return value;
  });
}

/** A title with the variables replaced that have a value. */
export function substituteKnown(title: string, variables: Variables): string {
  return replaceAll(title, (name, whole) => variables.get(name) ?? whole);
}

function replaceAll(template: string, value: (name: string, whole: string) => string): string {
  return template.replace(REFERENCE, (whole: string, ...names: readonly (string | undefined)[]) =>
    value(names.slice(0, 3).find((name) => name !== undefined) ?? '', whole),
  );
}

import type { FieldConfigJson, GrafanaPanelJson } from './dashboard-json';
import type { Series, Window } from './data-source';
import { fieldConfig } from './field-config';
import type { Answer } from './query';

/** One series as a panel shows it: named, configured, with one value or null for each time of the window. */
export interface Field {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly (number | null)[];
  readonly config: FieldConfigJson;
  /** Its number among the fields of the panel, which gives it its colour. */
  readonly index: number;
}

/** The times of a window in Unix seconds. */
export function timesOf({ start, end, step }: Window): readonly number[] {
  return Array.from({ length: Math.floor((end - start) / step + 1e-9) + 1 }, (_, i) => start + i * step);
}

/** All series of a panel, in the order of its queries. */
export function fieldsOf(panel: GrafanaPanelJson, answers: readonly Answer[], window: Window): readonly Field[] {
  const rows = answers.flatMap((answer) => answer.series.map((series) => ({ answer, series })));
  return rows.map(({ answer, series }, index) => {
    const given = seriesName(series, answer);
    const config = fieldConfig(panel, { names: [given], refId: answer.refId, type: 'number' });
    const name = displayName(config.displayName ?? '', given, series);
    return { name, labels: series.labels, values: onGrid(series, window), config, index };
  });
}

/** The legend of the query with its `{{label}}`s filled in; without one, what tells the series apart. */
function seriesName({ labels }: Series, { target }: Answer): string {
  const format = target.legendFormat ?? '';
  if (format !== '' && format !== '__auto')
    return format.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
  const pairs = Object.entries(labels).filter(([label]) => label !== '__name__');
  const [first] = pairs;
  if (pairs.length === 1 && first !== undefined) return first[1];
  const written = pairs.map(([label, value]) => `${label}="${value}"`).join(', ');
  if (pairs.length === 0) return labels['__name__'] ?? target.expr ?? '';
  return `${labels['__name__'] ?? ''}{${written}}`;
}

function displayName(template: string, given: string, { labels }: Series): string {
  if (template === '') return given;
  return template
    .replace(/\$\{__(?:series|field)\.(?:name|displayName)\}/g, given)
    .replace(/\$\{__field\.labels\.(\w+)\}/g, (_, label: string) => labels[label] ?? '');
}

/** A value for each time; a point counts for the time it is nearest to, and NaN counts as none. */
function onGrid({ points }: Series, window: Window): readonly (number | null)[] {
  const values = timesOf(window).map((): number | null => null);
  for (const [seconds, value] of points) {
    const index = Math.round((seconds - window.start) / window.step);
    if (index >= 0 && index < values.length && !Number.isNaN(value)) values[index] = value;
  }
  return values;
}

/** Whether there is anything to draw. */
export function hasValues(fields: readonly Field[]): boolean {
  return fields.some(({ values }) => values.some((value) => value !== null));
}

/** A metric with its series. */
export interface Family {
  readonly type: string;
  readonly help: string;
  readonly series: readonly Series[];
}

/** One series: its name, which may have a suffix, and its labels. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Metrics by name. */
export type Families = ReadonlyMap<string, Family>;

/** Reads the text format 0.0.4; a family begins with the line of its help. Throws an error for a line that is none of the format. */
export function parseFamilies(text: string): Families {
  const families = new Map<string, Family>();
  for (const part of text.split(/^(?=# HELP )/m).filter((lines) => lines.trim() !== '')) {
    const [help = '', type = '', ...samples] = part.split('\n');
    const name = group(/^# HELP (\S+) /, help);
    families.set(name, {
      type: group(/^# TYPE \S+ (.*)$/, type),
      help: group(/^# HELP \S+ (.*)$/, help),
      series: samples.filter((line) => line !== '').map(seriesOf),
    });
  }
  return families;
}

function seriesOf(line: string): Series {
  const labels = /\{(.*)\} \S+$/.exec(line)?.[1] ?? '';
  const pairs = [...labels.matchAll(/([^{,=]+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, value]) => [label, value]);
  return { name: group(/^([^{\s]+)(?:\{.*\})? \S+$/, line), labels: Object.fromEntries(pairs) as Series['labels'] };
}

function group(pattern: RegExp, line: string): string {
  const found = pattern.exec(line)?.[1];
  if (found === undefined) throw new Error(`expected a line like ${String(pattern)}, got ${line}`);
  return found;
}

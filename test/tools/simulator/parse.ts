/** One sample of the text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Name and labels as they were printed. */
  readonly key: string;
  readonly value: number;
  /** The value as it was printed. */
  readonly printed: string;
}

/** One metric of the text format. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly Sample[];
}

const numbers: Readonly<Record<string, number>> = { NaN: NaN, '+Inf': Infinity, '-Inf': -Infinity };
/** What Go's shortest format can print. */
const number = /^-?\d+(\.\d+)?(e[+-]\d{2,3})?$/;
const suffixes: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

/**
 * Reads the text format 0.0.4 strictly: each metric has HELP, then TYPE, then its samples, once; no series comes twice. Throws at the
 * first line that is wrong.
 */
export function parseText(text: string): readonly Family[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = text
    .slice(0, -1)
    .split(/\n(?=# HELP )/)
    .map(parseFamily);
  const keys = families.flatMap(({ samples }) => samples.map(({ key }) => key));
  if (new Set(keys).size !== keys.length) throw new Error('a series comes twice');
  return families;
}

function parseFamily(text: string): Family {
  const [first = '', second = '', ...rest] = text.split('\n');
  const [, name = '', help = ''] = match(/^# HELP ([a-zA-Z_:][\w:]*) (.+)$/, first);
  const [, named, type = ''] = match(/^# TYPE (\S+) (counter|gauge|histogram|summary)$/, second);
  if (named !== name || rest.length === 0) fail(second);
  const samples = rest.map(parseSample);
  const allowed = (suffixes[type] ?? []).map((suffix) => name + suffix);
  samples.forEach((sample) => allowed.includes(sample.name) || fail(sample.key));
  return { name, help, type, samples };
}

function parseSample(line: string): Sample {
  const [, key = '', name = '', labels = '', printed = ''] = match(/^(([a-zA-Z_:][\w:]*)(?:\{(.+)\})?) (\S+)$/, line);
  if (!number.test(printed) && !(printed in numbers)) fail(line);
  return { name, key, printed, labels: parseLabels(labels, line), value: numbers[printed] ?? Number(printed) };
}

function parseLabels(text: string, line: string): Readonly<Record<string, string>> {
  const pair = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;
  const labels: [string, string][] = [];
  while (pair.lastIndex < text.length) {
    const [, name = '', value = ''] = pair.exec(text) ?? fail(line);
    labels.push([name, value]);
  }
  return Object.fromEntries(labels);
}

function match(pattern: RegExp, line: string): RegExpExecArray {
  return pattern.exec(line) ?? fail(line);
}

function fail(line: string): never {
  throw new Error(`not the text format: ${line}`);
}

/** All samples by key. */
export function samplesOf(families: readonly Family[]): ReadonlyMap<string, Sample> {
  return new Map(families.flatMap(({ samples }) => samples.map((sample) => [sample.key, sample] as const)));
}

/** Where two texts differ. */
export interface Difference {
  /** What stands in the text of both. */
  readonly marker: string;
  /** What the one has there. */
  readonly usual: string;
  /** What the other has. */
  readonly other: string;
}

/** Two texts in one. */
export interface TwoTexts {
  /** The text of both, with a marker wherever they differ. */
  readonly text: string;
  /** By marker; none is the beginning of a later one. */
  readonly differences: readonly Difference[];
}

/**
 * Two texts in JSON as one that shows where they differ and is JSON as well; undefined where they do not have the same number of lines.
 */
export function twoTexts(usual: string, other: string): TwoTexts | undefined {
  const [lines, others] = [usual.split('\n'), other.split('\n')];
  if (lines.length !== others.length) return undefined;
  const found = new Map<string, Difference>();
  const both = lines.map((line, i) => bothLines(line, others[i] ?? '', found));
  return { text: both.join('\n'), differences: [...found.values()].sort(longestFirst) };
}

function bothLines(line: string, another: string, found: Map<string, Difference>): string {
  if (line === another) return line;
  const inside = split(wordsOf(line), wordsOf(another));
  const isInText = !/(?<!\\)"/.test(inside.usual + inside.other);
  const { start, usual, other, end } = isInText ? inside : split(fieldsOf(line), fieldsOf(another));
  const both = `@[${usual}|${other}]`;
  const marker = isInText ? both : `${JSON.stringify(both)}: null`;
  found.set(marker, { marker, usual, other });
  return `${start}${marker}${end}`;
}

function longestFirst(one: Difference, other: Difference): number {
  return other.marker.length - one.marker.length;
}

/** Whole words, so that what differs alike has one marker. */
function wordsOf(line: string): readonly string[] {
  return line.split(/\b/);
}

/** All that an object has on a line. */
function fieldsOf(line: string): readonly string[] {
  return line.split(/(?<=^\s*)(?=\S)|(?=,$)/);
}

interface Split extends Omit<Difference, 'marker'> {
  readonly start: string;
  readonly end: string;
}

function split(parts: readonly string[], others: readonly string[]): Split {
  const shorter = Math.min(parts.length, others.length);
  const start = common(parts, others, shorter);
  const end = common(parts.toReversed(), others.toReversed(), shorter - start);
  return {
    start: parts.slice(0, start).join(''),
    usual: parts.slice(start, parts.length - end).join(''),
    other: others.slice(start, others.length - end).join(''),
    end: parts.slice(parts.length - end).join(''),
  };
}

function common(parts: readonly string[], others: readonly string[], most: number): number {
  const first = parts.slice(0, most).findIndex((part, i) => part !== others[i]);
  return first < 0 ? most : first;
}

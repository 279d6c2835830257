import type { PrintContext } from './context';

/** A named text, as it is included. */
interface Included {
  readonly include: string;
  readonly count: number;
}

/** What loops call their items and keys. */
const LOOP_VARIABLE = /^(item|key)\d*$/;

/** A variable for each named text that is included more than once, since Helm computes it as often, and what is printed with them. */
export interface Hoisted {
  /** Sets the variables. */
  readonly variables: readonly string[];
  /** What was printed. */
  readonly lines: readonly string[];
}

/** Prints twice: to know what is included, and with variables for what is included again. */
export function hoist(print: (context: PrintContext) => readonly string[], context: PrintContext): Hoisted {
  const found = new Map<string, Included>();
  const named = (name: string, include: string): string => {
    found.set(name, { include, count: (found.get(name)?.count ?? 0) + 1 });
    return include;
  };
  print({ ...context, named });
  const repeated = [...found].filter(([name, { count }]) => count > 1 && !LOOP_VARIABLE.test(name));
  if (repeated.length === 0) return { variables: [], lines: print(context) };
  const names = new Map(repeated.map(([name]) => [name, `$${name.replaceAll(/\W/g, '_')}`]));
  return {
    variables: repeated.map(([name, { include }]) => `${names.get(name) ?? ''} := ${include}`),
    lines: print({ ...context, named: (name, include) => names.get(name) ?? include }),
  };
}

/** A text as it is included, where nothing is known of the others. */
export function asIncluded(_: string, include: string): string {
  return include;
}

/** A collection of the chart or of its values, as it is read out of the text that a template prints. */
const READ = /\(include "[^"]+" \.(?:Values[\w.]*)? \| from(?:Json|Yaml)Array\)/g;

/** Lines with a variable before them for each collection that they read more than once, since Helm parses its text as often. */
export function readingOnce(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const all: readonly string[] = text.match(READ) ?? [];
  const repeated = [...new Set(all)].filter((read) => all.indexOf(read) < all.lastIndexOf(read));
  const variables = repeated.map((read, i) => `{{- $read${String(i)} := ${read.slice(1, -1)} }}`);
  return [
    ...variables,
    text.replace(READ, (read) => (repeated.includes(read) ? `$read${String(repeated.indexOf(read))}` : read)),
  ];
}

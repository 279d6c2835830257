import type { Families, Family } from './parse';

/** Bounds of times depend on the release of Go, except for the first. */
const timeHistograms = ['go_gc_pauses_seconds_total', 'go_sched_latencies_seconds'];

/** Returns one line for each difference between the simulated families and the real ones. */
export function differences(
  simulated: Families,
  real: Families,
  { rewordedHelp }: { readonly rewordedHelp: readonly string[] },
): readonly string[] {
  const names = [...new Set([...simulated.keys(), ...real.keys()])].sort();
  return names.flatMap((name) => {
    const [ours, theirs] = [simulated.get(name), real.get(name)];
    if (ours === undefined) return [`${name}: client_golang serves it, the simulator does not`];
    if (theirs === undefined) return [`${name}: the simulator serves it, client_golang does not`];
    const facts = factsOf(name, ours.type, rewordedHelp.includes(name));
    return facts.flatMap(({ what, of }) => difference(`${name}: ${what}`, of(ours), of(theirs)));
  });
}

function difference(what: string, ours: unknown, theirs: unknown): readonly string[] {
  const [a = '', b = ''] = [ours, theirs].map((value) => JSON.stringify(value));
  return a === b ? [] : [`${what}: the simulator has ${a}, client_golang ${b}`];
}

/** What is compared of a family. */
interface Fact {
  readonly what: string;
  readonly of: (family: Family) => unknown;
}

function factsOf(name: string, type: string, isReworded: boolean): readonly Fact[] {
  const facts: Fact[] = [
    { what: 'type', of: (family) => family.type },
    { what: 'names of series', of: ({ series }) => distinct(series.map((one) => one.name)) },
    { what: 'label names', of: ({ series }) => distinct(series.flatMap(({ labels }) => Object.keys(labels))) },
  ];
  if (!isReworded) facts.push({ what: 'help', of: ({ help }) => help });
  if (type === 'summary') facts.push({ what: 'quantiles', of: valuesOf('quantile') });
  if (timeHistograms.includes(name)) facts.push({ what: 'first bucket', of: (family) => valuesOf('le')(family)[0] });
  if (name.includes('_by_size_')) facts.push({ what: 'buckets', of: valuesOf('le') });
  if (name === 'promhttp_metric_handler_requests_total') facts.push({ what: 'codes', of: valuesOf('code') });
  return facts;
}

function valuesOf(label: string): (family: Family) => readonly string[] {
  return ({ series }) => series.flatMap(({ labels }) => labels[label] ?? []);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** Bounds of times depend on the release of Go, except for the first. */
const timeHistograms = ['go_gc_pauses_seconds_total', 'go_sched_latencies_seconds'];

/** Returns one line for each difference between the simulated families and the real ones. */
export function differences(simulated, real, { rewordedHelp }) {
  const names = [...new Set([...simulated.keys(), ...real.keys()])].sort();
  return names.flatMap((name) => {
    const [ours, theirs] = [simulated.get(name), real.get(name)];
    if (ours === undefined) return [`${name}: client_golang serves it, the simulator does not`];
    if (theirs === undefined) return [`${name}: the simulator serves it, client_golang does not`];
    return facts(name, ours, rewordedHelp).flatMap(({ what, of }) => difference(name, what, of(ours), of(theirs)));
  });
}

function difference(name, what, ours, theirs) {
  const [a, b] = [ours, theirs].map((value) => JSON.stringify(value));
  return a === b ? [] : [`${name}: ${what}: the simulator has ${a}, client_golang ${b}`];
}

function facts(name, { type }, rewordedHelp) {
  const compared = [
    { what: 'type', of: (family) => family.type },
    { what: 'names of series', of: ({ series }) => distinct(series.map((one) => one.name)) },
    { what: 'label names', of: ({ series }) => distinct(series.flatMap(({ labels }) => Object.keys(labels))) },
  ];
  if (!rewordedHelp.includes(name)) compared.push({ what: 'help', of: ({ help }) => help });
  if (type === 'summary') compared.push({ what: 'quantiles', of: valuesOf('quantile') });
  if (timeHistograms.includes(name)) compared.push({ what: 'first bucket', of: (family) => valuesOf('le')(family)[0] });
  if (/_by_size_/.test(name)) compared.push({ what: 'buckets', of: valuesOf('le') });
  if (name === 'promhttp_metric_handler_requests_total') compared.push({ what: 'codes', of: valuesOf('code') });
  return compared;
}

function valuesOf(label) {
  return ({ series }) => series.flatMap(({ labels }) => (label in labels ? [labels[label]] : []));
}

function distinct(values) {
  return [...new Set(values)].sort();
}

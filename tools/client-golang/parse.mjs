/**
 * Reads families of the text format 0.0.4 by name: type, help, and the labels of each series.
 * @returns {Map<string, { type: string, help: string, series: { name: string, labels: Record<string, string> }[] }>}
 */
export function parseFamilies(text) {
  const families = new Map();
  let current;
  for (const line of text.split('\n')) {
    const [, kind, name, rest] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') families.set(name, (current = { type: '', help: rest, series: [] }));
    else if (kind === 'TYPE') families.get(name).type = rest;
    else if (line !== '') current.series.push(seriesOf(line));
  }
  return families;
}

function seriesOf(line) {
  const [, name, labels = ''] = /^([^{\s]+)(?:\{(.*)\})? \S+$/.exec(line);
  const pairs = [...labels.matchAll(/([^{,=]+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, value]) => [label, value]);
  return { name, labels: Object.fromEntries(pairs) };
}

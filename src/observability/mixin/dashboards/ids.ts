/**
 * Ids of the things on a dashboard, in their order, from their names: whatever comes, goes or moves beside it, a thing keeps its id, and
 * with it every link to it (`viewPanel=`). Of things with one name, the first keeps it.
 *
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export function idsOf(names: readonly string[]): readonly number[] {
  const taken = new Set<number>();
  for (const name of names) taken.add(freeId(name, taken));
  return [...taken];
}

function freeId(name: string, taken: ReadonlySet<number>): number {
  const id = hash(name);
  return taken.has(id) ? freeId(`${name}'`, taken) : id;
}

/** FNV-1a, from 1 to 2^31 - 1: Grafana keeps ids as positive integers. */
function hash(text: string): number {
  const found = Array.from(text).reduce(
    (sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619),
    2166136261,
  );
  return Math.max(1, found & 0x7fffffff);
}

import type { CapturedObject } from '../border';

// cdk8s-plus and most constructs call the object inside a construct by one of these ids, which say nothing.
const SILENT_IDS: ReadonlySet<string> = new Set(['Resource', 'Default']);

/** One template file an object, named after its construct: by as few ids, counted from the inner one, as tell it apart. */
export function templateFiles(objects: readonly CapturedObject[]): readonly (readonly [string, CapturedObject])[] {
  const paths = objects.map(({ path }) => path.filter((id) => !SILENT_IDS.has(id)));
  return objects.map((object, i) => [`${folderOf(object)}/${shortestName(paths[i] ?? [], paths, i)}.yaml`, object]);
}

/** The tests of a chart are where people look for them. */
function folderOf({ hookEvents }: CapturedObject): string {
  return hookEvents.includes('test') ? 'templates/tests' : 'templates';
}

function shortestName(path: readonly string[], all: readonly (readonly string[])[], own: number): string {
  for (let length = 1; length <= path.length; length++) {
    const name = nameOf(path.slice(-length));
    if (!all.some((other, i) => i !== own && nameOf(other.slice(-length)) === name)) return name;
  }
  return nameOf([...path, String(own)]);
}

function nameOf(ids: readonly string[]): string {
  const kebab = ids.map((id) => id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase());
  return kebab.join('-').replace(/[^a-z0-9]+/g, '-');
}

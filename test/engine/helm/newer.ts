import { Manifest } from '../../../src/engine/border';
import { type Json, ifSet } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import { int, labels, section, text } from '../../../src/engine/values';
import { parseObjects } from '../../support/manifests';
import { LEAST } from './charts';

const since = '0.2.0';

/** Values of which the first chart had `old` and `web.old` alone. */
export const VALUES = section('Values.', {
  old: text({ description: 'Old.', default: 'a' }),
  added: text({ description: 'Added.', default: 'b', since }),
  web: section('The web.', {
    old: text({ description: 'Old.', default: 'c' }),
    added: labels({ description: 'Added.', default: { d: 'e' }, since }),
  }),
  more: section('Added whole.', {
    count: int({ description: 'Count.', default: 7, since }),
    later: text({ description: 'Added later.', default: '{{ f }}', since: '0.3.0' }),
  }),
});

/** A chart that shows them. */
export const FILES = renderHelmChart({
  metadata: { ...LEAST, version: '0.3.1' },
  values: VALUES,
  build: (inner, { old, added, web, more }) => {
    const data = { fixed: 'g', old: ifSet(old), added: ifSet(added), web: ifSet(web.old), later: ifSet(more.later) };
    const metadata = { name: 'own', labels: web.added };
    new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data, count: more.count });
  },
});

/** What came of the values. */
export function seenIn(yaml: string): unknown {
  const { metadata, data, count } = parseObjects(yaml)['ConfigMap/own'] as unknown as Seen;
  return { labels: metadata.labels, data, count };
}

interface Seen {
  readonly metadata: { readonly labels?: Json };
  readonly data: Json;
  readonly count: Json;
}

/** Values of an older chart, which Helm gives in the place of those in values.yaml, and what comes of them, or what is said of them. */
export const REUSED: readonly (readonly [title: string, older: Json, seen: object | string])[] = [
  [
    'each newer value has its default, and a missing old one is null',
    { web: { old: 'x' } },
    { labels: { d: 'e' }, data: { fixed: 'g', added: 'b', web: 'x', later: '{{ f }}' }, count: 7 },
  ],
  [
    'values newer than some, but not than that chart, are null where they are missing',
    { chartVersion: '0.2.4', old: 'x', web: {}, more: { count: 8 } },
    { data: { fixed: 'g', old: 'x', later: '{{ f }}' }, count: 8 },
  ],
  [
    'a value that must be something is refused where it is newer than some, but not than that chart',
    { chartVersion: '0.2.4', old: 'x', web: {}, more: {} },
    'values.more.count: expected an integer, got null; leave the key out for its default',
  ],
  [
    'a newer value that is there all the same stays as it is',
    { added: 'x', web: { added: { k: 'z' } }, more: { later: '' } },
    { labels: { k: 'z' }, data: { fixed: 'g', added: 'x' }, count: 7 },
  ],
];

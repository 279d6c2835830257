import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/index.cjs';
import { objectsIn } from '../kubernetes';

const page = path.join(root, 'docs', 'how-to', 'no-data.md');

/** The account that the page gives rights to. */
export const prometheusAccount = { name: 'kube-prometheus-stack-prometheus', namespace: 'monitoring' };

/** What lets Prometheus find the pods of a namespace, as the page on missing data has it, and no more. */
export function rightsOfPrometheus(namespace: string): readonly object[] {
  const blocks = [...fs.readFileSync(page, 'utf8').matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => yaml);
  const rights = blocks.find((yaml) => /^kind: Role$/m.test(yaml));
  if (rights === undefined) throw new Error(`${page}: expected a Role, found none`);
  return objectsIn(rights).map(({ object, metadata }) => ({ ...object, metadata: { ...metadata, namespace } }));
}

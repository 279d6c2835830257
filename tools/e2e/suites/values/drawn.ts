import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import { runChild } from '../../../process';
import { anything, fields, listOf, mapOf, parseJson, text } from '../../../read';
import { root } from '../../../setup/index.cjs';
import { type Manifest, manifestOf } from '../../kubernetes';

/** An installation with values that were drawn. */
export interface Drawn {
  readonly namespace: string;
  /** What a message says of it. */
  readonly title: string;
  readonly objects: readonly Manifest[];
}

const installation = fields({ release: text, namespace: text, values: mapOf(anything), objects: listOf(anything) });
const program = path.join(root, 'test', 'readers', 'drawn.ts');

/** So many installations, as the tests draw them: `TEST_SEED` gives others. */
export async function drawnInstallations(count: number): Promise<readonly Drawn[]> {
  const { status, stdout, stderr } = await runChild(process.execPath, ['-r', 'tsx/cjs', program, String(count)]);
  assert.equal(status, 0, stderr);
  const all = parseJson(stdout, listOf(installation), 'drawn installations');
  return all.map(({ release, namespace, values, objects }) => ({
    namespace,
    title: `${release} in ${namespace} with ${JSON.stringify(values)}`,
    objects: objects.map((object) => manifestOf(object, namespace)),
  }));
}

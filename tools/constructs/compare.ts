import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { clientPaths } from '../components';
import { runChild } from '../process';
import { type Verdict, VALUE } from './judge';
import type { Trial } from './trials';

/** What is wrong with a prop, nothing when all is well. */
export async function problemOf(trial: Trial, prop: string, verdict: Verdict, folder: string): Promise<string> {
  const isRefused = trial.refused?.includes(prop) === true;
  if ('refusal' in verdict) {
    const isGood =
      isRefused && new RegExp(`\\bvalues\\.${VALUE}\\b`).test(verdict.refusal) && !verdict.refusal.includes('\n');
    return isGood ? '' : `refused: ${verdict.refusal}`;
  }
  if (isRefused) return 'no longer refused';
  const rendered = await renderedBy(clientPaths().helm4, folder, verdict);
  const plain = objectsIn(
    [...verdict.manifests]
      .filter(([name]) => !name.endsWith('kustomization.yaml'))
      .map(([, text]) => text)
      .join('\n---\n'),
  );
  return isDeepStrictEqual(rendered, plain)
    ? ''
    : `Helm renders\n${JSON.stringify(rendered)}\nand plain synthesis\n${JSON.stringify(plain)}`;
}

async function renderedBy(
  helm: string,
  folder: string,
  { chart, given }: { chart: ReadonlyMap<string, string>; given: object },
): Promise<unknown> {
  for (const [name, text] of chart) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const file = path.join(folder, 'given.json');
  fs.writeFileSync(file, `${JSON.stringify(given)}\n`);
  const { status, stdout, stderr } = await runChild(
    helm,
    ['template', 'sample', folder, '--namespace', 'sample', '--values', file],
    { cwd: folder },
  );
  return status === 0 ? objectsIn(stdout) : stderr;
}

/** Objects by kind and name. */
function objectsIn(yaml: string): unknown {
  const documents = parseAllDocuments(yaml);
  const objects = (Array.isArray(documents) ? documents : []).map(
    (document) => document.toJS() as { kind?: string; metadata?: { name?: string } } | null,
  );
  return Object.fromEntries(
    objects.flatMap((object) =>
      object === null ? [] : [[`${object.kind ?? ''} ${object.metadata?.name ?? ''}`, object]],
    ),
  );
}

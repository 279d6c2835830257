import fs from 'node:fs';
import path from 'node:path';
import { type KubernetesRelease, goComponent } from '../components';
import { isNewer } from '../examples';
import { runChild } from '../process';
import { fields, listOf, number, optional, parseJson, text } from '../read';
import { schemaLocation, writeSchemas } from './schemas';
import { type Finding, type Score, type Tool, inTurn, printedBy } from './score';
import type { Subject } from './subjects';

const report = fields({
  resources: listOf(fields({ kind: text, name: text, status: text, msg: optional(text) })),
  summary: fields({ valid: number, invalid: number, errors: number, skipped: number }),
});

/** The types of a release of Kubernetes, by kubeconform: no object may be skipped. */
export async function conform(release: KubernetesRelease, folder: string): Promise<Tool> {
  const binary = await goComponent('kubeconform');
  const schemas = path.join(folder, `schemas-${release.version}`);
  fs.mkdirSync(schemas);
  await writeSchemas(release, schemas);
  const args = ['-strict', '-output', 'json', '-verbose', '-summary', '-schema-location', schemaLocation(schemas)];
  return {
    title: `types of Kubernetes ${release.version}`,
    score: (subjects) => inTurn(subjects, (subject) => scoreOf({ binary, args, release }, subject)),
  };
}

interface Run {
  readonly binary: string;
  readonly args: readonly string[];
  readonly release: KubernetesRelease;
}

async function scoreOf({ binary, args, release }: Run, { name, objects }: Subject): Promise<Score> {
  const known = objects.filter((object) => !isNewer(object, release.version));
  const printed = printedBy('kubeconform', await runChild(binary, [...args, ...known.map(({ file }) => file)]));
  const { resources, summary } = parseJson(printed, report, 'kubeconform');
  const wrong = resources.filter(({ status }) => status !== 'statusValid');
  if (summary.skipped > 0 || summary.valid + wrong.length !== known.length) {
    throw new Error(
      `kubeconform left out some of ${String(known.length)} objects of ${name}: ${JSON.stringify(summary)}`,
    );
  }
  const findings = wrong.map(({ kind, name: object, msg = '' }): Finding => {
    return { check: 'kubeconform/valid', subject: name, what: `${kind} ${object}: ${msg}` };
  });
  return { subject: name, passed: summary.valid, findings, newer: objects.length - known.length };
}

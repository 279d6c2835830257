import path from 'node:path';
import { goComponent, goRecipe, kubernetesReleases } from '../components';
import { runChild } from '../process';
import { fields, flag, listOf, number, optional, parseJson, text } from '../read';
import { root } from '../setup/index.cjs';
import { type Score, type Tool, inTurn, printedBy } from './score';
import type { Subject } from './subjects';

const WITNESS = path.join(root, 'tools', 'scores', 'workspace.yaml');

/** The grade of a check that finds nothing; less is a warning or critical. */
const WELL = 10;

const scored = listOf(
  fields({
    object_name: text,
    file_name: text,
    checks: listOf(
      fields({
        check: fields({ id: text }),
        grade: number,
        skipped: flag,
        comments: optional(listOf(fields({ path: text, summary: text }))),
      }),
    ),
  }),
);

/** Best practices of kube-score, as critical findings and warnings, with the optional checks that a chart can pass. */
export async function kubeScore(): Promise<Tool> {
  const [binary, { version }] = [await goComponent('kube-score'), goRecipe('kube-score')];
  return {
    title: `kube-score ${version}`,
    score: (subjects) => inTurn(subjects, (subject) => scoreOf(binary, subject)),
  };
}

const OPTIONAL = ['container-seccomp-profile', 'container-ports-check'];

async function scoreOf(binary: string, { name, objects: all }: Subject): Promise<Score> {
  const [major = '', minor = ''] = kubernetesReleases().newest.version.split('.');
  const extra = OPTIONAL.flatMap((check) => ['--enable-optional-test', check]);
  const args = ['score', '--output-format', 'json', '--kubernetes-version', `v${major}.${minor}`, ...extra];
  const printed = printedBy('kube-score', await runChild(binary, [...args, ...all.map(({ file }) => file), WITNESS]));
  const objects = parseJson(printed, scored, 'kube-score').filter((object) => object.file_name !== WITNESS);
  const checks = objects.flatMap((object) =>
    object.checks.filter(({ skipped }) => !skipped).map((check) => ({ ...check, object: object.object_name })),
  );
  const findings = checks.filter(({ grade }) => grade < WELL);
  return {
    subject: name,
    passed: checks.length - findings.length,
    findings: findings.map(({ check, object, comments = [] }) => ({
      check: `kube-score/${check.id}`,
      subject: name,
      what: `${object}: ${[...new Set(comments.map(({ summary }) => summary))].join('; ')}`,
    })),
  };
}

import { goComponent, goRecipe } from '../components';
import { runChild } from '../process';
import { fields, listOf, parseJson, text } from '../read';
import { type Score, type Tool, inTurn, printedBy } from './score';
import type { Subject } from './subjects';

const verdict = fields({ kind: text, name: text, findings: listOf(text) });

/** The Pod Security Standard "restricted", by the code of Kubernetes' own admission. */
export async function podSecurity(): Promise<Tool> {
  const [binary, { version }] = [await goComponent('pod-security'), goRecipe('pod-security')];
  return {
    title: `Pod Security of Kubernetes ${version}`,
    score: (subjects) => inTurn(subjects, (subject) => scoreOf(binary, subject)),
  };
}

async function scoreOf(binary: string, { name, objects }: Subject): Promise<Score> {
  const yaml = objects.map((object) => object.yaml).join('---\n');
  const ended = await runChild(binary, [], { input: yaml });
  if (ended.status !== 0) throw new Error(`pod-security failed on ${name}: ${ended.stderr}`);
  const lines = printedBy('pod-security', ended).split('\n').filter(Boolean);
  const pods = lines.map((line) => parseJson(line, verdict, 'pod-security'));
  return {
    subject: name,
    passed: pods.filter(({ findings }) => findings.length === 0).length,
    findings: pods.flatMap((pod) =>
      pod.findings.map((finding) => ({
        check: 'pod-security/restricted',
        subject: name,
        what: `${pod.kind} ${pod.name}: ${finding}`,
      })),
    ),
  };
}

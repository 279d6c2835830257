import path from 'node:path';
import { kubernetesReleases } from '../components';
import { temporaryFolder } from '../process';
import { checkov } from './checkov';
import { conform } from './conform';
import { type Exception, isExcepted, problemsOf, readExceptions } from './exceptions';
import { kubeScore } from './kube-score';
import { lint } from './lint';
import { podSecurity } from './pod-security';
import type { Score, Tool } from './score';
import { type Subject, controlIn, subjectsIn } from './subjects';
import { type Column, tableOf } from './table';

/**
 * Scores dist and the examples with each tool, and prints a table and what is wrong. Returns the exit code. lib must be current, Helm
 * be there; all else is built and installed at the first run.
 */
export async function runScores(): Promise<number> {
  const folder = temporaryFolder('scores');
  const subjects = await subjectsIn(folder);
  const control = controlIn(folder);
  const columns: Column[] = [];
  const problems = [...subjects, control].flatMap(silenced);
  for (const tool of await tools(folder)) {
    const { column, blind } = await columnOf(tool, subjects, control);
    columns.push(column);
    problems.push(...blind);
  }
  // What no tool of objects judges.
  for (const helm of ['helm3', 'helm4'] as const) {
    const tool = lint(helm);
    columns.push({ title: tool.title, scores: await tool.score(subjects) });
  }
  const exceptions = readExceptions();
  problems.push(
    ...problemsOf(
      columns.flatMap(({ scores }) => scores.flatMap(({ findings }) => findings)),
      exceptions,
    ),
  );
  console.log(tableOf(columns, exceptions));
  for (const problem of problems) console.error(problem);
  const well = columns.flatMap(({ scores }) => scores).filter((score) => isWell(score, exceptions)).length;
  console.log(`\n${String(well)} passed, ${String(problems.length)} failed`);
  return problems.length === 0 ? 0 : 1;
}

async function tools(folder: string): Promise<readonly Tool[]> {
  const { oldest, middle, newest } = kubernetesReleases();
  return [
    await kubeScore(),
    await checkov(),
    await podSecurity(),
    await conform(oldest, folder),
    await conform(middle, folder),
    await conform(newest, folder),
  ];
}

interface Scored {
  readonly column: Column;
  readonly blind: readonly string[];
}

async function columnOf(tool: Tool, subjects: readonly Subject[], control: Subject): Promise<Scored> {
  const start = Date.now();
  const scores = await tool.score([...subjects, control]);
  console.error(`${tool.title}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  const found = scores.find(({ subject }) => subject === control.name)?.findings ?? [];
  const blind = [
    ...(found.length > 0 ? [] : [`${tool.title}: expected findings in tools/scores/control.yaml, got none`]),
    ...subjects.filter(hasPods).flatMap(({ name }) => unseen(tool, name, scores)),
  ];
  return { column: { title: tool.title, scores: scores.filter(({ subject }) => subject !== control.name) }, blind };
}

function isWell({ findings }: Score, exceptions: readonly Exception[]): boolean {
  return findings.every((finding) => isExcepted(exceptions, finding));
}

function hasPods({ objects }: Subject): boolean {
  return objects.some(({ kind }) => kind === 'Deployment');
}

function unseen({ title }: Tool, name: string, scores: readonly Score[]): readonly string[] {
  const score = scores.find(({ subject }) => subject === name);
  if (score !== undefined && score.passed + score.findings.length > 0) return [];
  return [`${title}: expected a word about ${name}, got none`];
}

/** Exceptions are in exceptions.yaml: an annotation or comment that silences a tool would hide one. */
function silenced({ name, objects }: Subject): readonly string[] {
  return objects
    .filter(({ yaml }) => /kube-score\/|checkov\.io\/|checkov:|bridgecrew/.test(yaml))
    .map(({ file }) => `${name}: ${path.basename(file)}: it says something to a tool, which may silence it`);
}

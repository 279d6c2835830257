import { type Checkov, checkov as installed } from '../components';
import { runChild } from '../process';
import { fields, listOf, number, parseJson, text } from '../read';
import { type Score, type Tool, printedBy } from './score';
import type { Subject } from './subjects';

const check = fields({ check_id: text, check_name: text, file_abs_path: text, resource: text });
const report = fields({
  summary: fields({ parsing_errors: number, skipped: number }),
  results: fields({ passed_checks: listOf(check), failed_checks: listOf(check) }),
});

/** Policies of checkov for Kubernetes. */
export async function checkov(): Promise<Tool> {
  const program = await installed();
  return { title: `checkov ${program.version}`, score: (subjects) => scores(program, subjects) };
}

/** One run for all, since most of its time is that of its start. */
async function scores(program: Checkov, subjects: readonly Subject[]): Promise<readonly Score[]> {
  const { command, args, env } = program;
  const named = subjects.flatMap(({ objects }) => objects.flatMap(({ file }) => ['--file', file]));
  const own = ['--framework', 'kubernetes', '--output', 'json', '--compact', '--skip-download'];
  const printed = printedBy('checkov', await runChild(command, [...args, ...named, ...own], { env }));
  const { summary, results } = parseJson(printed, report, 'checkov');
  if (summary.parsing_errors + summary.skipped > 0) {
    throw new Error(`checkov left out something: ${JSON.stringify(summary)}`);
  }
  return subjects.map(({ name, objects }) => {
    const isOwn = ({ file_abs_path: file }: { readonly file_abs_path: string }): boolean =>
      objects.some((object) => object.file === file);
    return {
      subject: name,
      passed: results.passed_checks.filter(isOwn).length,
      findings: results.failed_checks.filter(isOwn).map(({ check_id: id, check_name: title, resource }) => ({
        check: `checkov/${id}`,
        subject: name,
        what: `${resource}: ${title}`,
      })),
    };
  });
}

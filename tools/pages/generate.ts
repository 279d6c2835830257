import * as fs from 'node:fs';
import * as path from 'node:path';
import { report, run, valuesTable } from '../../src/cli';
import { CODER_VALUES } from '../../src/coder/values';
import { writeDirectory, writeFile } from '../../src/engine/output';
import { root } from '../setup/index.cjs';
import { alertsPage } from './alerts';
import { API_PAGES, apiPages } from './api';
import { counted } from './counts';
import { metricsPage } from './metrics';
import { PROPS_FILE, propsProblem, propsText } from './props';
import { runbookFiles } from './runbooks';

const RUNBOOKS = 'docs/runbooks';

/**
 * Writes every file that is generated from src, into the current directory; returns an exit code. Nothing is written if the props
 * would not compile: the generator itself is built from them.
 */
export function generate(props = propsText(CODER_VALUES)): number {
  const problem = propsProblem(props);
  if (problem !== undefined) {
    console.error(`error: ${problem}`);
    return 1;
  }
  for (const command of ['synth', 'chart']) {
    const status = run([command]);
    if (status !== 0) return status;
  }
  for (const line of writePages(props)) console.log(line);
  return 0;
}

/** Writes the pages about what the package exports, from its compiled declarations; returns a line to print. */
export function generateApiPages(): string {
  const pages = apiPages(process.cwd());
  const written = writeDirectory(API_PAGES, pages, (file) => /^[a-z]+\.md$/.test(file));
  return report(API_PAGES, pages, written);
}

function writePages(props: string): readonly string[] {
  const runbooks = runbookFiles();
  const values = `# Values\n\nEvery value of the Helm chart and of the props of \`Coder\`. Generated from \`src/coder/values\`.\n\n${valuesTable()}\n`;
  return [
    writePage('docs/reference/values.md', values),
    writePage('docs/reference/metrics.md', metricsPage()),
    writePage('docs/reference/alerts.md', alertsPage()),
    report(RUNBOOKS, runbooks, writeDirectory(RUNBOOKS, runbooks, isRunbook)),
    writePage('README.md', counted(fs.readFileSync(path.join(root, 'README.md'), 'utf8'))),
    writePage(PROPS_FILE, props),
  ];
}

function isRunbook(file: string): boolean {
  return /^(README|Coderd[A-Za-z]+)\.md$/.test(file);
}

function writePage(file: string, text: string): string {
  return writeFile(file, text) ? `${file}: written` : `${file}: up to date`;
}

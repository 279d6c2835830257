import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderChartFiles, coderManifestFiles, report, valuesTable } from '../../src/cli';
import { coderValues } from '../../src/coder/values';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type Files, writeDirectory, writeFile } from '../../src/engine/output';
import { root } from '../setup/index.cjs';
import { alertsPage } from './alerts';
import { ALGEBRA_PAGE, algebraPage } from './algebra';
import { API_PAGES, apiPages } from './api';
import { counted } from './counts';
import { metricsPage } from './metrics';
import { movesPage } from './moves';
import { PROPS_FILE, propsProblem, propsText } from './props';
import { unreadable, unrenderable } from './readable';
import { runbookFiles } from './rules';

const RUNBOOKS = 'docs/runbooks';

/** What is written beside pages; tests plant mistakes in it. */
export interface Made {
  readonly props: string;
  readonly chart: Files;
  readonly manifests: Files;
}

/** The props, the chart, and the manifests with the default values. */
export function made(): Made {
  const { release: releaseName, namespace } = DEFAULT_VERSION.names;
  return {
    props: propsText(coderValues()),
    chart: coderChartFiles(),
    manifests: coderManifestFiles({}, { releaseName, namespace }),
  };
}

/**
 * Writes every file that is generated from src, into the current directory; returns an exit code. Nothing is written if the props would not
 * compile, from which the generator itself is built, or if a file could not be read by what it is for.
 */
export function generate(files: Made = made()): number {
  const problem = problemOf(files);
  if (problem !== undefined) {
    console.error(`error: ${problem}`);
    return 1;
  }
  for (const [folder, written] of [
    ['dist', files.manifests],
    ['charts/coder', files.chart],
  ] as const)
    console.log(report(folder, written, writeDirectory(folder, written)));
  for (const line of writePages(files.props)) console.log(line);
  return 0;
}

function problemOf({ props, chart, manifests }: Made): string | undefined {
  const inFiles = unreadable(manifests) ?? unreadable(chart) ?? unrenderable(chart);
  return propsProblem(props) ?? (inFiles === undefined ? undefined : `${inFiles}. Nothing was written.`);
}

/** Writes the pages about what the package exports, from its compiled declarations; returns what to print. */
export function generateApiPages(): string {
  const pages = apiPages(process.cwd());
  const written = writeDirectory(API_PAGES, pages);
  return [report(API_PAGES, pages, written), writePage(ALGEBRA_PAGE, algebraPage(process.cwd()))].join('\n');
}

function writePages(props: string): readonly string[] {
  const runbooks = runbookFiles();
  const values = `# Values\n\nEvery value of the Helm chart and of the props of \`Coder\`. Generated from \`src/coder/values\`.\n\n${valuesTable()}\n`;
  return [
    writePage('docs/reference/values.md', values),
    writePage('docs/reference/metrics.md', metricsPage()),
    writePage('docs/reference/alerts.md', alertsPage()),
    writePage('docs/reference/moves.md', movesPage()),
    report(RUNBOOKS, runbooks, writeDirectory(RUNBOOKS, runbooks)),
    ...writtenPages().map((file) => writePage(file, current(fs.readFileSync(path.join(root, file), 'utf8')))),
    writePage(PROPS_FILE, props),
  ];
}

/** Pages that people write, in which numbers are made. */
export function writtenPages(): readonly string[] {
  const inDocs = ['docs', 'docs/how-to', 'docs/decisions'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder)).map((file) => `${folder}/${file}`),
  );
  return ['README.md', 'CONTRIBUTING.md', ...inDocs.filter((file) => file.endsWith('.md'))];
}

/** A page with the numbers that the declarations say. */
export function current(text: string): string {
  return counted(text);
}

function writePage(file: string, text: string): string {
  return writeFile(file, text) ? `${file}: written` : `${file}: up to date`;
}

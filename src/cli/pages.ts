import { writeDirectory } from '../output';
import { alertsPage, metricsPage, runbookFiles } from '../reference';
import { report, writeFileIfChanged } from './generated-file';

const RUNBOOKS = 'docs/runbooks';

/** Writes the generated pages about metrics and alerts; returns a line for each place. */
export function writePages(): readonly string[] {
  const runbooks = runbookFiles();
  return [
    writeFileIfChanged('docs/reference/metrics.md', metricsPage()),
    writeFileIfChanged('docs/reference/alerts.md', alertsPage()),
    report(RUNBOOKS, runbooks, writeDirectory(RUNBOOKS, runbooks, isRunbook)),
  ];
}

function isRunbook(file: string): boolean {
  return /^(README|Coderd[A-Za-z]+)\.md$/.test(file);
}

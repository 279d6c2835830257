// npm run test:incidents: whether those are called who should be, in each course of events with Prometheus 3 and in every third with
// Prometheus 2; and whether the page about it is current. `--write` writes the page, `--all` plays all with both. Other arguments are words
// that the kind or title of a course holds.
import { temporaryFolder } from '../process';
import {
  INCIDENTS,
  type Judgement,
  currentInhibition,
  heldByAlertmanager,
  incidentTables,
  judge,
  readIncidentTables,
  sent,
  timelines,
  writeIncidentTables,
} from '../incidents';
import { type Promtool, promtools } from '../rules';
import { SetUpError } from '../setup/index.cjs';

const OPTIONS = ['--write', '--all'];

export async function main(args: readonly string[]): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && !OPTIONS.includes(arg));
  if (unknown !== undefined) throw new SetUpError(`expected ${OPTIONS.join(' or ')} or words, got ${unknown}`);
  const isWhole = words.length > 0 || args.includes('--all');
  const asked = incidentsNamed(words);
  const runs: (readonly Judgement[])[] = [];
  for (const tool of await promtools()) {
    const played = isWhole || tool.knowsNative ? asked : asked.filter((_, i) => i % 3 === 0);
    runs.push(await run(tool, played, words.length > 0));
  }
  const last = runs.at(-1) ?? [];
  await checkAlertmanager(last);
  if (words.length === 0) checkPage(last, args.includes('--write'));
  const wrong = runs.flat().filter(({ faults }) => faults.length > 0);
  if (wrong.length > 0)
    throw new SetUpError(`in ${wrong.length} courses of events the wrong people are called, see above`);
  return 0;
}

function incidentsNamed(words: readonly string[]): typeof INCIDENTS {
  const asked = INCIDENTS.filter(({ kind, title }) => words.every((word) => `${kind}: ${title}`.includes(word)));
  if (asked.length === 0) throw new SetUpError(`no course of events has ${words.join(' and ')} in its name`);
  return asked;
}

async function run(tool: Promtool, asked: typeof INCIDENTS, isDetailed: boolean): Promise<readonly Judgement[]> {
  const start = performance.now();
  const found = await timelines(asked, { tool, folder: temporaryFolder('incidents') });
  const judgements = asked.map((incident) => judged(incident, found.get(incident) ?? []));
  const wrong = judgements.filter(({ faults }) => faults.length > 0);
  for (const one of isDetailed ? judgements : wrong) console.log(lineOf(one));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${tool.name}: ${asked.length} courses of events, ${wrong.length} of them wrong, in ${seconds} s`);
  return judgements;
}

/** Where Alertmanager sends of several alerts only one, people must be called as well, as soon, and as long. */
function judged(incident: Judgement['incident'], firings: Judgement['firings']): Judgement {
  const all = judge(incident, firings);
  const left = sent(firings, currentInhibition());
  const { after, faults } = judge(incident, left);
  const isLong = isCalledAsLong(firings, left, ['critical']) && isCalledAsLong(firings, left, ['critical', 'warning']);
  if (isLong && after === all.after && faults.join() === all.faults.join()) return all;
  return { ...all, faults: [...all.faults, 'held back by Alertmanager'] };
}

/** Whether in each minute in which an alert of some severities fires, one of them is sent. */
function isCalledAsLong(
  firings: Judgement['firings'],
  left: Judgement['firings'],
  severities: readonly string[],
): boolean {
  const minutesOf = (some: Judgement['firings']): ReadonlySet<number> =>
    new Set(some.filter(({ severity }) => severities.includes(severity)).flatMap(({ minutes }) => minutes));
  const still = minutesOf(left);
  return [...minutesOf(firings)].every((minute) => still.has(minute));
}

async function checkAlertmanager(judgements: readonly Judgement[]): Promise<void> {
  const held = await heldByAlertmanager(judgements.map(({ firings }) => firings));
  console.log(`Alertmanager: of ${held.alerts} alerts in ${held.states} sets it holds ${held.held} back`);
  if (held.faults.length > 0) throw new SetUpError(`Alertmanager does otherwise: ${held.faults.join('; ')}`);
}

function lineOf({ incident: { kind, title, verdict }, firings, faults, after }: Judgement): string {
  const fired = firings.map(
    ({ alert, severity, minutes }) => `${alert} ${severity} at ${minutes[0]} to ${minutes.at(-1)}`,
  );
  const called = after === undefined ? '' : ` after ${after} min`;
  const verdictText = faults.length === 0 ? 'right' : faults.join(', ');
  return `${kind}: ${title}: ${verdict.call}${called}: ${verdictText} (${fired.join('; ')})`;
}

function checkPage(judgements: readonly Judgement[], isWritten: boolean): void {
  const tables = incidentTables(judgements);
  if (isWritten) writeIncidentTables(tables);
  else if (readIncidentTables() !== tables)
    throw new SetUpError('docs/reference/incidents.md is not current: run npm run test:incidents -- --write');
}

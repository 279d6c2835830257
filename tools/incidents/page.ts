import fs from 'node:fs';
import path from 'node:path';
import { SetUpError, root } from '../setup/index.cjs';
import { currentInhibition, sent } from './inhibition';
import type { Judgement } from './judge';
import type { Firing } from './timeline';

const page = path.join(root, 'docs/reference/incidents.md');
const place = /(?<=<!-- incidents: begin -->\n\n)[^]*?(?=\n\n<!-- incidents: end -->)/;

/** The tables of the page: who is called in which incident, and after how long. */
export function incidentTables(judgements: readonly Judgement[]): string {
  const of = (call: string): readonly Judgement[] =>
    judgements.filter(({ incident }) => incident.verdict.call === call);
  return [
    sendingText(judgements),
    section('Somebody is woken', calledTable(of('wake'))),
    section('Somebody is told by day', calledTable(of('tell'))),
    section('Nobody hears of it', silentTable(of('leave'))),
  ].join('\n\n');
}

/** How much less people hear with inhibition. */
function sendingText(judgements: readonly Judgement[]): string {
  const before = judgements.flatMap(({ firings }) => firings);
  const after = judgements.flatMap(({ firings }) => sent(firings, currentInhibition()));
  const called = (some: readonly Firing[]): readonly Firing[] => some.filter(({ severity }) => severity !== 'info');
  const parts = (some: readonly Firing[]): number => called(some).flatMap((one) => one.parts).length;
  const several = (firings: readonly (readonly Firing[])[]): number =>
    firings.filter((some) => called(some).flatMap((one) => one.parts).length > 1).length;
  const sending = judgements.map(({ firings }) => sent(firings, currentInhibition()));
  const noisy = [several(judgements.map(({ firings }) => firings)), several(sending)];
  return `With the [inhibition rules](../how-to/who-is-called.md) Alertmanager sends ${parts(after)} of the ${parts(before)} alerts that fire as critical or warning; more than one alert is sent in ${noisy[1]} courses instead of ${noisy[0]}. In each course somebody is called as soon as without them.`;
}

function section(title: string, table: string): string {
  return `## ${title}\n\n${table}`;
}

function calledTable(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ incident: { kind, title, verdict }, after, firings }) => {
    const severity = verdict.call === 'wake' ? 'critical' : 'warning';
    const names = firings.filter((one) => one.severity === severity).map(({ alert }) => alert);
    const links = [...new Set(names)].map((name) => `[${name}](../runbooks/${name}.md)`);
    return [kind, title, `${after ?? '–'} min`, `${verdict.within ?? '–'} min`, links.join(', ')];
  });
  return tableOf(['What happens', 'How', 'Called after', 'At the latest', 'By'], rows);
}

function silentTable(judgements: readonly Judgement[]): string {
  const kinds = [...new Set(judgements.map(({ incident: { kind } }) => kind))];
  const rows = kinds.map((kind) => {
    const titles = judgements.filter(({ incident }) => incident.kind === kind).map(({ incident }) => incident.title);
    const shown =
      titles.length > 4 ? `${titles.length} ways, such as ${titles.slice(0, 3).join('; ')}` : titles.join('; ');
    return [kind, shown];
  });
  return tableOf(['What happens', 'How'], rows);
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The tables that the page shows. */
export function readIncidentTables(): string {
  return place.exec(fs.readFileSync(page, 'utf8'))?.[0] ?? '';
}

/** Puts other tables on the page. */
export function writeIncidentTables(tables: string): void {
  const text = fs.readFileSync(page, 'utf8');
  if (!place.test(text)) throw new SetUpError(`${page} has no place for the tables`);
  fs.writeFileSync(
    page,
    text.replace(place, () => tables),
  );
}

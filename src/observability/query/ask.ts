import { hasHistogram } from '../promql';
import { askAlerts } from './alerts';
import { ageOf } from './age';
import { askFacts, askList } from './answers';
import type { Client } from './client';
import { NoDataError, QueryError } from './errors';
import { askMetrics } from './metrics';
import { type Question, queriesOf } from './question';
import { type Asking, type Place, type Scope, findInstallation, otherForm, whose } from './selection';
import type { QuerySubject } from './subject';
import type { Table } from './table';

/** How a question is asked. */
export interface AskOptions {
  /** Whose metrics; by default those of the one installation that Prometheus watches. */
  readonly selection?: Scope;
  /** How far rates look back, such as `5m`; by default what suits the question. */
  readonly window?: string | undefined;
  /** RFC 3339 or seconds since 1970; by default now. */
  readonly time?: string | undefined;
  /** Form in which Prometheus keeps the histograms: `native` with the preset `native`; by default `classic`. */
  readonly histograms?: 'classic' | 'native' | undefined;
}

/**
 * Asks a question.
 *
 * @throws QueryError with one line: no answer, a refusal, or nothing that matches.
 */
export async function ask(
  subject: QuerySubject,
  question: Question,
  client: Client,
  options: AskOptions = {},
): Promise<Table> {
  const { selection = {}, window = question.window, time, histograms = 'classic' } = options;
  if (question.kind === 'alerts') return alertsNow(subject, client, options);
  const asking: Asking = { selection, window, histograms };
  const found = await findInstallation(subject, { client, asking, time });
  const place = { client, asking: { ...asking, selection: found }, time };
  const table = await answer(subject, question, place);
  if (table === undefined) throw nothing(subject, question, client, { ...asking, selection: found });
  return { ...table, age: await ageOf(subject, place) };
}

function alertsNow(subject: QuerySubject, client: Client, { selection = {}, time }: AskOptions): Promise<Table> {
  if (time !== undefined) throw new QueryError('--at: alerts are those of now; leave it out');
  return askAlerts(subject, client, selection);
}

function answer(
  subject: QuerySubject,
  question: Exclude<Question, { kind: 'alerts' }>,
  place: Place,
): Promise<Table | undefined> {
  switch (question.kind) {
    case 'facts':
      return askFacts(question, place);
    case 'list':
      return askList(question, place);
    case 'metrics':
      return askMetrics(subject, place);
  }
}

function nothing(
  { program }: QuerySubject,
  question: Question,
  { url }: Client,
  { selection, histograms }: Asking,
): NoDataError {
  const what = `${url}: expected metrics of ${program}${whose(selection)}, got none for "${question.name}"`;
  return queriesOf(question).some(hasHistogram)
    ? new NoDataError(what, `try --histograms ${otherForm(histograms)}; docs/how-to/no-data.md lists other causes`)
    : new NoDataError(what);
}

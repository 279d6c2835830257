import { type AnyQuery, printQuery } from '../promql';
import { literalOf } from '../../engine/expr';
import type { Client } from './client';
import { NoDataError, QueryError, printable } from './errors';
import type { QuerySubject } from './subject';

/** Whose metrics are asked about. */
export interface Scope {
  /** By default any namespace. */
  readonly namespace?: string | undefined;
  /** By default any job. */
  readonly job?: string | undefined;
  /** By default all pods. */
  readonly pod?: string | undefined;
}

/** How a query is asked. */
export interface Asking {
  /** Series that count. */
  readonly selection: Scope;
  /** How far rates look back, such as `5m`. */
  readonly window: string;
  /** How Prometheus stores the histograms. */
  readonly histograms: 'classic' | 'native';
}

/** Where, how and when a query is asked. */
export interface Place {
  /** Connection to a Prometheus. */
  readonly client: Client;
  /** What all queries of a question share. */
  readonly asking: Asking;
  /** A time that Prometheus understands; by default now. */
  readonly time?: string | undefined;
}

const LABELS = ['namespace', 'job', 'pod'] as const;

/** Matchers of a selection, without braces; a string of PromQL is escaped like one of Go, which has all escapes of JSON. */
export function matchersOf(selection: Scope): string {
  const given = LABELS.filter((label) => selection[label] !== undefined);
  return given.map((label) => `${label}=${JSON.stringify(selection[label])}`).join(', ');
}

/** A query as PromQL. */
export function expressionOf(query: AnyQuery, { selection, window, histograms }: Asking): string {
  const text = literalOf(printQuery(query, { selector: matchersOf(selection), window, histograms }));
  if (typeof text !== 'string') throw new Error('a question reads a value that only Helm knows');
  return text;
}

/**
 * The one installation that Prometheus watches: without its job, `go_goroutines` would be that of every program.
 *
 * @throws NoDataError when there is none, QueryError when there are several.
 */
export async function findInstallation(
  { program, installations }: QuerySubject,
  { client, asking, time }: Place,
): Promise<Scope> {
  const { selection } = asking;
  if (selection.job !== undefined) return selection;
  const found = await client.query(expressionOf(installations, asking), time);
  const watched = found.map(({ labels: { namespace, job } }) => ({ namespace, job }));
  const [installation] = watched;
  if (installation === undefined)
    throw new NoDataError(`${client.url}: expected metrics of ${program}${whose(selection)}, got none`);
  if (watched.length > 1) throw several(program, client, watched);
  return { ...selection, ...installation };
}

/** A selection as messages say it. */
export function whose(selection: Scope): string {
  const matchers = matchersOf(selection);
  return matchers === '' ? '' : ` of {${printable(matchers)}}`;
}

/** The form of histograms that was not asked for. */
export function otherForm(form: Asking['histograms']): Asking['histograms'] {
  return form === 'classic' ? 'native' : 'classic';
}

function several(program: string, { url }: Client, installations: readonly Scope[]): QueryError {
  const names = installations.map((one) => `{${printable(matchersOf(one))}}`).sort();
  return new QueryError(
    `${url}: expected one installation of ${program}, got ${String(names.length)}: ${names.join(', ')}; choose one with --namespace or --job`,
  );
}

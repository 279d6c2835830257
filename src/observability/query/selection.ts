import { type AnyQuery, count, printQuery } from '../promql';
import { changes } from './coderd';
import { literalOf } from '../../engine/expr';
import type { Client } from './client';
import { NoDataError, QueryError, printable } from './errors';

/** Whose metrics are asked about. */
export interface Selection {
  readonly namespace?: string | undefined;
  readonly job?: string | undefined;
  readonly pod?: string | undefined;
}

/** How a query is asked. */
export interface Asking {
  readonly selection: Selection;
  readonly window: string;
  readonly histograms: 'classic' | 'native';
}

const LABELS = ['namespace', 'job', 'pod'] as const;

/** Matchers of a selection, without braces; a string of PromQL is escaped like one of Go, which has all escapes of JSON. */
export function matchersOf(selection: Selection): string {
  const given = LABELS.filter((label) => selection[label] !== undefined);
  return given.map((label) => `${label}=${JSON.stringify(selection[label])}`).join(', ');
}

/** A query as PromQL. */
export function expressionOf(query: AnyQuery, { selection, window, histograms }: Asking): string {
  const text = literalOf(printQuery(query, { selector: matchersOf(selection), window, histograms }));
  if (typeof text !== 'string') throw new Error('a question reads a value that only Helm knows');
  return text;
}

/** A pod that is down now still has a history. */
const WATCHED = count(changes('coderd_api_concurrent_requests', { window: '1h' }), ['namespace', 'job']);

/**
 * The one installation of coderd that Prometheus watches: without its job, `go_goroutines` would be that of every program.
 *
 * @throws NoDataError when there is none, QueryError when there are several.
 */
export async function findInstallation(client: Client, asking: Asking, time?: string): Promise<Selection> {
  const { selection } = asking;
  if (selection.job !== undefined) return selection;
  const found = await client.query(expressionOf(WATCHED, asking), time);
  const installations = found.map(({ labels: { namespace, job } }) => ({ namespace, job }));
  const [installation] = installations;
  if (installation === undefined)
    throw new NoDataError(`${client.url}: expected metrics of coderd${whose(selection)}, got none`);
  if (installations.length > 1) throw several(client, installations);
  return { ...selection, ...installation };
}

/** A selection as messages say it. */
export function whose(selection: Selection): string {
  const matchers = matchersOf(selection);
  return matchers === '' ? '' : ` of {${printable(matchers)}}`;
}

/** The form of histograms that was not asked for. */
export function otherForm(form: Asking['histograms']): Asking['histograms'] {
  return form === 'classic' ? 'native' : 'classic';
}

function several({ url }: Client, installations: readonly Selection[]): QueryError {
  const names = installations.map((one) => `{${printable(matchersOf(one))}}`).sort();
  return new QueryError(
    `${url}: expected one installation of coderd, got ${String(names.length)}: ${names.join(', ')}; choose one with --namespace or --job`,
  );
}

import type { GrafanaPanelJson, TargetJson } from './dashboard-json';
import type { DataSource, PreviewOptions, Series, Window } from './data-source';
import { PreviewError } from './failure';
import { durationSeconds, niceStep } from './time';
import { type Variables, builtIn, substitute } from './variables';

/** What the queries of one panel gave. */
export interface Answer {
  readonly target: TargetJson;
  readonly refId: string;
  readonly series: readonly Series[];
}

/** Where and how the queries of a dashboard are asked. */
export interface Asking {
  readonly data: DataSource;
  readonly options: PreviewOptions;
  readonly variables: Variables;
}

/** More points than this are not seen in a picture, and make it large. */
const MAX_POINTS = 180;
/** A heat map shows cells, which have to be seen one by one. */
const MAX_COLUMNS = 90;
const DEFAULT_SCRAPE = 30;

/** The times a panel shows: its own `timeFrom` or the dashboard's range, with a step that suits its width. */
export function panelWindow(panel: GrafanaPanelJson, options: PreviewOptions, width: number): Window {
  const seconds = durationSeconds(panel.timeFrom ?? '') ?? options.seconds;
  const points = panel.type === 'heatmap' ? Math.min(MAX_COLUMNS, width / 6) : Math.min(MAX_POINTS, width / 3);
  const asked = [panel.interval, ...(panel.targets ?? []).map(({ interval }) => interval)];
  const least = Math.max(scrapeOf(options), ...asked.map((interval) => durationSeconds(interval ?? '') ?? 0));
  const step = niceStep(Math.max(seconds / Math.max(10, points), least));
  return { start: options.end - Math.floor(seconds / step) * step, end: options.end, step };
}

function scrapeOf(options: PreviewOptions): number {
  return options.scrapeSeconds ?? DEFAULT_SCRAPE;
}

/**
 * Asks all queries of a panel that are not hidden, one after the other.
 *
 * @throws {PreviewError} if a variable has no value or a query fails
 */
export async function ask(panel: GrafanaPanelJson, window: Window, asking: Asking): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const targets = (panel.targets ?? []).filter(({ expr, hide }) => (expr ?? '').trim() !== '' && hide !== true);
  for (const [index, target] of targets.entries()) {
    const refId = target.refId ?? String.fromCharCode(65 + (index % 26));
    const where = `panel "${panel.title ?? ''}" (id ${String(panel.id ?? '?')}), query ${refId}`;
    answers.push({ target, refId, series: await askOne(target, window, asking, where) });
  }
  return answers;
}

async function askOne(target: TargetJson, window: Window, asking: Asking, where: string): Promise<readonly Series[]> {
  const { data, options, variables } = asking;
  const known = new Map([...variables, ...builtIn(window, scrapeOf(options))]);
  const expr = substitute(target.expr ?? '', known, where);
  try {
    return await (isInstant(target) ? data.instant(expr, window.end) : data.range(expr, window));
  } catch (error) {
    throw new PreviewError(`${where}: ${expr}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isInstant({ instant, range }: TargetJson): boolean {
  return instant === true && range !== true;
}

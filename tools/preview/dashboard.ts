import type { GrafanaDashboardJson } from './dashboard-json';
import type { DataSource, PreviewOptions } from './data-source';
import { fieldsOf } from './fields';
import { FONT, FONT_STRETCH, fitText, wrapText } from './font';
import { type Placed, boxOf, heightOf, placePanels } from './layout';
import { bodyOf, drawPanel, drawRow } from './panel';
import { type Asking, ask, panelWindow } from './query';
import { element, moved, rect, text } from './svg';
import { THEME } from './theme';
import { isoTime } from './time';
import { type Variables, dashboardVariables, substituteKnown } from './variables';

const DEFAULT_WIDTH = 1400;
const FOOT = 30;

/**
 * A whole dashboard as SVG: all panels with the data that the source gives for their queries, rows unfolded. The same
 * dashboard, data and options give the same bytes. A panel without data says so; one of a kind that is not known here, too.
 *
 * @throws {PreviewError} if a query fails or names a variable without a value
 */
export async function renderDashboard(
  dashboard: GrafanaDashboardJson,
  data: DataSource,
  options: PreviewOptions,
): Promise<string> {
  const width = options.width ?? DEFAULT_WIDTH;
  const variables = dashboardVariables(dashboard.templating?.list ?? [], options);
  const placed = placePanels(dashboard.panels ?? []);
  const panels: string[] = [];
  // One after the other: a Prometheus may refuse many queries at once.
  for (const [index, one] of placed.entries()) panels.push(await drawOne(one, index, { data, options, variables }));
  const head = header(dashboard, options, variables);
  const height = head.height + heightOf(placed) + FOOT;
  const foot = text(footer(options), { x: 10, y: height - 11, size: 11, fill: THEME.dim });
  const page = rect({ x: 0, y: 0, width, height }, { fill: THEME.page });
  return document(width, height, [page, head.svg, moved(0, head.height, panels.join('\n')), foot]);
}

function document(width: number, height: number, parts: readonly string[]): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
    'font-stretch': FONT_STRETCH,
    'font-size': 12,
    fill: THEME.text,
  };
  return `${element('svg', attributes, `\n${parts.join('\n')}\n`)}\n`;
}

async function drawOne(placed: Placed, index: number, asking: Asking): Promise<string> {
  const { panel } = placed;
  const { options, variables } = asking;
  const box = boxOf(placed, options.width ?? DEFAULT_WIDTH);
  const title = substituteKnown(panel.title ?? '', variables);
  if (panel.type === 'row') return drawRow(title, box);
  const body = bodyOf(box, title);
  const window = panelWindow(panel, options, body.width);
  const answers = await ask(panel, window, asking);
  const fields = fieldsOf(panel, answers, window);
  const clock = { now: options.end };
  const place = { width: body.width, height: body.height, id: `panel${index + 1}` };
  return drawPanel({ panel, answers, fields, window, clock, ...place }, box, title);
}

function header(
  { title = '', description = '' }: GrafanaDashboardJson,
  { end, seconds, width = DEFAULT_WIDTH, variables: given }: PreviewOptions,
  variables: Variables,
): { readonly svg: string; readonly height: number } {
  const chosen = Object.keys(given).map((name) => `${name}=${variables.get(name) ?? ''}`);
  const span = `${isoTime(end - seconds).slice(0, 16)} to ${isoTime(end).slice(0, 16)} UTC`;
  const side = fitText([span, ...chosen].join(' · '), width * 0.6, 12);
  const about = wrapText(description, width - 20, 12);
  const lines = about.map((words, i) => text(words, { x: 10, y: 50 + i * 16, fill: THEME.dim }));
  const name = text(fitText(title, width * 0.38, 20, true), { x: 10, y: 28, size: 20, bold: true });
  const aside = text(side, { x: width - 10, y: 27, anchor: 'end', fill: THEME.dim });
  return { svg: [name, aside, ...lines].join(''), height: 42 + about.length * 16 };
}

function footer({ simulated = false }: PreviewOptions): string {
  return `Drawn by cdk8s-coder preview${simulated ? ' from simulated data' : ''}; this is not Grafana.`;
}

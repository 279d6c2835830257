import { drawBarGauge } from './bar-gauge';
import { drawGauge } from './gauge';
import { drawHeatmap } from './heatmap';
import { fitText } from './font';
import { drawStat } from './stat';
import { type Box, element, escapeXml, moved, rect, text } from './svg';
import { drawTable } from './table';
import { drawText } from './text-panel';
import { THEME } from './theme';
import { drawTimeseries } from './timeseries';
import { type Draw, type View, message } from './view';

const DRAWN: Readonly<Record<string, Draw>> = {
  timeseries: drawTimeseries,
  stat: drawStat,
  gauge: drawGauge,
  bargauge: drawBarGauge,
  table: drawTable,
  heatmap: drawHeatmap,
  text: drawText,
};

const PADDING = 8;
const HEAD = 30;

/** The inner place of a panel, below its title. */
export function bodyOf({ width, height }: Box, title: string): Box {
  const top = title === '' ? PADDING : HEAD;
  return { x: PADDING, y: top, width: width - 2 * PADDING, height: Math.max(10, height - top - PADDING) };
}

/** A panel with its frame and its title, at its place. */
export function drawPanel(view: View, box: Box, title: string): string {
  const body = bodyOf(box, title);
  const draw = DRAWN[view.panel.type] ?? unknownPanel;
  const inner = moved(body.x, body.y, draw({ ...view, width: body.width, height: body.height }));
  const frame = rect(
    { x: 0.5, y: 0.5, width: box.width - 1, height: box.height - 1 },
    { fill: THEME.panel, stroke: THEME.border, rx: 3 },
  );
  const head =
    title === '' ? '' : text(fitText(title, box.width - 20, 13, true), { x: 10, y: 20, size: 13, bold: true });
  return moved(box.x, box.y, tooltip(view) + frame + head + inner);
}

/** A viewer with a pointer shows the description, as Grafana does. */
function tooltip({ panel: { description = '' } }: View): string {
  return description === '' ? '' : element('title', {}, escapeXml(description));
}

function unknownPanel(view: View): string {
  return message(view, `Panels of type "${view.panel.type}" are not drawn in a preview`);
}

/** The line of a row with its title. */
export function drawRow(title: string, { x, y, width, height }: Box): string {
  const line = rect({ x: 0, y: height, width, height: 1 }, { fill: THEME.border });
  return moved(x, y, text(title, { x: 4, y: height - 9, size: 15, bold: true }) + line);
}

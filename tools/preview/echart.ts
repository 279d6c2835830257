import { type EChartsOption, init } from 'echarts';
import type { Box } from './svg';
import { THEME } from './theme';
import { tickTime, timeTicks } from './time';
import type { View } from './view';

/** Draws a chart as SVG without the element around it; every id in it begins with the view's. */
export function drawChart({ width, height, id }: View, option: EChartsOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, useUTC: true, ...option });
    return cleaned(chart.renderToSVGString(), id);
  } finally {
    chart.dispose();
  }
}

/**
 * What is left of the SVG of ECharts: the outer element, the styles and attributes for a pointer go; ids count per process
 * there, and begin with the panel here. Texts inherit the font of the document.
 */
function cleaned(svg: string, id: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*<rect[^>]*><\/rect>|<\/svg>\s*$/g, '')
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/style="[^"]*font[^"]*?(\d+)px[^"]*"/g, 'font-size="$1"')
    .replace(/zr\d+-/g, `${id}-`)
    .replace(/><\/(?:path|rect)>/g, '/>')
    .replace(/\n+/g, '');
}

/** The plotting area inside a body, with room for the labels of the axes. */
export function plotBox({ width, height }: View, room: { left: number; right: number; bottom?: number }): Box {
  const { left, right, bottom = 22 } = room;
  return { x: left, y: 8, width: Math.max(10, width - left - right), height: Math.max(10, height - 8 - bottom) };
}

/** The grid of ECharts for a plotting area. */
export function gridOf({ width, height }: View, plot: Box): NonNullable<EChartsOption['grid']> {
  return {
    left: plot.x,
    top: plot.y,
    right: width - plot.x - plot.width,
    bottom: height - plot.y - plot.height,
    // ECharts 6 would move the plot to make room for labels; room is made above.
    outerBoundsMode: 'none',
  };
}

const PIXELS_PER_TICK = 85;

/** The time axis of a panel, in UTC. */
export function timeAxis({ window }: View, plot: Box): NonNullable<EChartsOption['xAxis']> {
  const { start, end } = window;
  const { step, at } = timeTicks(start, end, plot.width / PIXELS_PER_TICK);
  const customValues = at.map((seconds) => seconds * 1000);
  return {
    type: 'time',
    min: start * 1000,
    max: end * 1000,
    axisLine: { lineStyle: { color: THEME.axis } },
    axisTick: { customValues, lineStyle: { color: THEME.axis } },
    axisLabel: {
      customValues,
      color: THEME.dim,
      fontSize: 11,
      hideOverlap: false,
      formatter: (value: number) => tickTime(Math.round(value / 1000), step, end - start),
    },
    splitLine: { show: true, lineStyle: { color: THEME.grid } },
  };
}

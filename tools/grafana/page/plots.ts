// The graphs of the page, by panel: their scales are not in the page's elements.
import type { UPlotConfigBuilder } from '@grafana/ui';
import type uPlot from 'uplot';

const plots = new Map<number, uPlot>();

/** Keeps the plot of a panel as soon as it is drawn. */
export function rememberPlot(panel: number, builder: UPlotConfigBuilder): void {
  builder.addHook('init', (plot) => {
    plots.set(panel, plot);
    watchLines(panel, plot);
  });
}

/** The plot of a panel; none for what is no graph. */
export function plotOf(panel: number): uPlot | undefined {
  return plots.get(panel);
}

/** Forgets all. */
export function forgetPlots(): void {
  plots.clear();
}

const bounds = new Map<number, Set<number>>();

/** The values at which lines go across a whole graph, as those of thresholds do. */
export function linesOf(panel: number): readonly number[] {
  return [...(bounds.get(panel) ?? [])];
}

/** Lines of the grid are much fainter. */
const isFaint = (color: string): boolean => Number(/, (0\.\d+)\)$/.exec(color)?.[1] ?? 1) < 0.4;

function watchLines(panel: number, plot: uPlot): void {
  const { ctx } = plot;
  const found = new Set<number>();
  bounds.set(panel, found);
  const { moveTo, lineTo, stroke } = CanvasRenderingContext2D.prototype;
  const heights: number[] = [];
  let start: readonly [number, number] = [0, 0];
  ctx.moveTo = (x, y) => {
    start = [x, y];
    moveTo.call(ctx, x, y);
  };
  ctx.lineTo = (x, y) => {
    const { left, top, width, height } = plot.bbox;
    const isAcross = start[0] === Math.round(left) && x === Math.round(left + width) && start[1] === y;
    if (isAcross && y >= top - 1 && y <= top + height + 1) heights.push(y);
    lineTo.call(ctx, x, y);
  };
  ctx.stroke = (...path: [] | [Path2D]) => {
    // uPlot has a scale of its own beside those that are used.
    const [scale = ''] = Object.keys(plot.scales).filter(
      (key) => key !== 'x' && plot.scales[key]?.max !== undefined && plot.scales[key]?.max !== null,
    );
    for (const y of isFaint(String(ctx.strokeStyle)) ? [] : heights) found.add(plot.posToVal(y, scale, true));
    heights.length = 0;
    stroke.apply(ctx, path as unknown as [Path2D]);
  };
}

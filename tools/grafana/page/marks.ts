// Annotations. Their layer is in Grafana's server, not in its packages: lines and areas as it draws them, by a hook of the graph.
import type { GrafanaTheme2 } from '@grafana/data';
import type { UPlotConfigBuilder } from '@grafana/ui';

/** A time in which an annotation holds, in Unix milliseconds. */
export interface Marks {
  readonly color: string;
  readonly from: number;
  readonly to: number;
}

/** One mark for points that follow each other. */
export function spansOf(times: readonly number[], step: number): readonly (readonly [number, number])[] {
  return times.reduce<readonly (readonly [number, number])[]>((spans, time) => {
    const last = spans.at(-1);
    if (last === undefined || time - last[1] > step) return [...spans, [time, time]];
    return [...spans.slice(0, -1), [last[0], time]];
  }, []);
}

/** Draws marks over a graph. */
export function drawMarks(builder: UPlotConfigBuilder, marks: readonly Marks[], theme: GrafanaTheme2): void {
  builder.addHook('draw', (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    for (const { color, from, to } of marks) {
      const [x0, x1] = [from, to].map((time) => Math.round(plot.valToPos(time, 'x', true))) as [number, number];
      const paint = theme.visualization.getColorByName(color);
      ctx.strokeStyle = ctx.fillStyle = paint;
      ctx.lineWidth = 2;
      ctx.setLineDash([5, 5]);
      for (const x of from === to ? [x0] : [x0, x1]) {
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
      }
      ctx.globalAlpha = 0.1;
      ctx.fillRect(x0, bbox.top, x1 - x0, bbox.height);
      ctx.globalAlpha = 1;
    }
    ctx.restore();
  });
}

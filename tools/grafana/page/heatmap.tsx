// Heat maps. Their panel is in Grafana's server, not in its packages: axes and units are those of Grafana's graphs, the cells are painted here.
import { type DataFrame, colorManipulator, FieldType, formattedValueToString, getValueFormat } from '@grafana/data';
import {
  AxisPlacement,
  ScaleDirection,
  ScaleOrientation,
  UPlotChart,
  UPlotConfigBuilder,
  useTheme2,
} from '@grafana/ui';
import { useMemo } from 'react';
import type uPlot from 'uplot';
import type { BodyProps } from './body';
import { rememberPlot } from './plots';

/** Cells of the least value are empty. */
function paint(plot: uPlot, frame: DataFrame, color: string): void {
  const { ctx } = plot;
  const [time, ...buckets] = frame.fields;
  const times: readonly number[] = time?.values ?? [];
  const most = Math.max(...buckets.flatMap(({ values }) => values as number[]));
  const step = (times[1] ?? 0) - (times[0] ?? 0);
  ctx.save();
  ctx.beginPath();
  ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
  ctx.clip();
  buckets.forEach(({ values }, row) => {
    const [top, bottom] = [row + 1, row].map((y) => plot.valToPos(y, 'y', true)) as [number, number];
    times.forEach((at, i) => {
      const value = (values[i] as number | undefined) ?? 0;
      if (value <= 0) return;
      const [x0, x1] = [at - step, at].map((x) => plot.valToPos(x, 'x', true)) as [number, number];
      const share = Math.sqrt(value / most);
      ctx.fillStyle = colorManipulator.alpha(color, 0.1 + share * 0.9);
      ctx.fillRect(x0, top, Math.max(1, x1 - x0 - 1), Math.max(1, bottom - top - 1));
    });
  });
  ctx.restore();
}

export function Heatmap({ panel, frames, width, height, timeRange }: BodyProps) {
  const theme = useTheme2();
  const frame = frames[0] as DataFrame;
  const config = useMemo(() => {
    const builder = new UPlotConfigBuilder('utc');
    const buckets = frame.fields.slice(1);
    const unit = (panel.options?.['yAxis'] as { unit?: string } | undefined)?.unit ?? 'short';
    const format = getValueFormat(unit);
    const named = (i: number): string => {
      const name = buckets[i]?.name ?? '';
      return Number.isFinite(Number(name)) ? formattedValueToString(format(Number(name))) : name.replace('+Inf', '∞');
    };
    const { Vertical, Horizontal } = ScaleOrientation;
    const range = (): [number, number] => [timeRange.from.valueOf(), timeRange.to.valueOf()];
    builder.addScale({ scaleKey: 'x', isTime: true, orientation: Horizontal, direction: ScaleDirection.Right, range });
    builder.addScale({
      scaleKey: 'y',
      orientation: Vertical,
      direction: ScaleDirection.Up,
      range: () => [0, buckets.length],
    });
    builder.addAxis({ scaleKey: 'x', isTime: true, placement: AxisPlacement.Bottom, timeZone: 'utc', theme });
    const every = Math.max(1, Math.ceil((buckets.length * 18) / height));
    builder.addAxis({
      ...{ scaleKey: 'y', placement: AxisPlacement.Left, theme },
      // The one at the top edge would be cut.
      splits: () => buckets.map((_, i) => i + 1).filter((i) => i % every === 0 && i < buckets.length),
      size: Math.max(...buckets.map((_, i) => named(i).length)) * 7 + 16,
      values: (_: uPlot, splits: number[]) => splits.map((i) => named(i - 1)),
    } as never);
    builder.addSeries({ scaleKey: 'y', pathBuilder: () => null, theme, show: true } as never);
    builder.addHook('draw', (plot) => {
      paint(plot, frame, theme.visualization.getColorByName('orange'));
    });
    rememberPlot(panel.id, builder);
    return builder;
  }, [frame, theme, height]);
  const times = frame.fields.find(({ type }) => type === FieldType.time)?.values ?? [];
  return <UPlotChart {...{ config, width, height }} data={[times, times.map(() => 0)] as never} />;
}

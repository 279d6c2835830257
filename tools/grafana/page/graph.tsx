// Graphs over time.
import { type DataFrame, FieldType, applyNullInsertThreshold } from '@grafana/data';
import { type UPlotConfigBuilder, TimeSeries, useTheme2 } from '@grafana/ui';
import type { BodyProps } from './body';
import { drawMarks } from './marks';
import { rememberPlot } from './plots';

const LEGEND = { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };

export function Graph({ panel, frames, width, height, timeRange, marks }: BodyProps) {
  const theme = useTheme2();
  const hasNumbers = ({ fields, length }: DataFrame): boolean =>
    length > 0 && fields.some(({ type }) => type === FieldType.number);
  // A gap is a gap, not a line to the next point.
  const numbers = frames.filter(hasNumbers).map((frame) => applyNullInsertThreshold({ frame }));
  const legend = { ...LEGEND, ...(panel.options?.['legend'] as object | undefined) };
  const onPlot = (builder: UPlotConfigBuilder): null => {
    rememberPlot(panel.id, builder);
    drawMarks(builder, marks, theme);
    return null;
  };
  return (
    <TimeSeries
      {...{ frames: numbers, timeRange, timeZone: 'utc', width, height, legend: legend as never }}
      options={panel.options}
    >
      {onPlot}
    </TimeSeries>
  );
}

// Numbers, large or as bars.
import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  VizOrientation,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
} from '@grafana/data';
import { BarGauge, BigValue, VizRepeater, useTheme2 } from '@grafana/ui';
import type { ComponentProps } from 'react';
import type { BodyProps } from './body';

const REDUCE = { values: false, calcs: ['lastNotNull'], fields: '' };

/** What both kinds repeat: a figure for each value. */
function useFigures({ panel, frames, fieldConfig, width, height }: BodyProps) {
  const theme = useTheme2();
  const options = panel.options ?? {};
  return {
    getValues: (): FieldDisplay[] =>
      getFieldDisplayValues({
        ...{ fieldConfig, theme, data: frames, timeZone: 'utc', replaceVariables: (text) => text },
        reduceOptions: { ...REDUCE, ...(options['reduceOptions'] as object | undefined) },
        sparkline: options['graphMode'] === 'area',
      }),
    getAlignmentFactors: getDisplayValueAlignmentFactors,
    ...{ width, height, source: frames, renderCounter: 0 },
  };
}

export function Stat(props: BodyProps) {
  const { panel } = props;
  const theme = useTheme2();
  const options = {
    colorMode: 'value',
    graphMode: 'area',
    justifyMode: 'auto',
    textMode: 'auto',
    orientation: VizOrientation.Auto,
    ...panel.options,
  };
  const figures = useFigures(props);
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      {...figures}
      {...{ itemSpacing: 3, autoGrid: true, orientation: options.orientation }}
      renderValue={({ value, width: w, height: h, count, alignmentFactors, orientation }) => (
        <BigValue
          {...({
            ...options,
            value: value.display,
            sparkline: value.sparkline,
            count,
            alignmentFactors,
            theme,
          } as unknown as ComponentProps<typeof BigValue>)}
          {...{ width: w, height: h, parentOrientation: orientation }}
        />
      )}
    />
  );
}

export function Bars(props: BodyProps) {
  const { panel } = props;
  const theme = useTheme2();
  const options = {
    ...{ displayMode: 'gradient', valueMode: 'color', namePlacement: 'auto', showUnfilled: true, sizing: 'auto' },
    ...{ minVizWidth: 8, minVizHeight: 16, maxVizHeight: 300, orientation: VizOrientation.Auto },
    ...panel.options,
  };
  const figures = useFigures(props);
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      {...figures}
      {...{ itemSpacing: 8, orientation: options.orientation, minVizHeight: 16, minVizWidth: 8, maxVizHeight: 300 }}
      renderValue={({ value, width: w, height: h, alignmentFactors, orientation }) => (
        <BarGauge
          {...({
            ...options,
            value: value.display,
            field: value.field,
            display: value.view?.getFieldDisplayProcessor(value.colIndex ?? 0),
          } as unknown as ComponentProps<typeof BarGauge>)}
          {...{ width: w, height: h, alignmentFactors, orientation, theme, itemSpacing: 8 }}
        />
      )}
    />
  );
}

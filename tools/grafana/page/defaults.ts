// What Grafana has of itself: the settings of fields that a dashboard can override, the defaults of each kind of panel, transformations.
import {
  type DataFrame,
  type DataTransformerInfo,
  type FieldConfig,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  FieldColorModeId,
  type GrafanaTheme2,
  Registry,
  ThresholdsMode,
  applyFieldOverrides,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import type { PanelJson } from '../shared';

const STANDARD = [
  ...['unit', 'decimals', 'min', 'max', 'noValue', 'displayName', 'color', 'thresholds', 'mappings', 'links'],
  ...['description', 'filterable', 'fieldMinMax'],
];

const CUSTOM = [
  ...['drawStyle', 'lineInterpolation', 'lineWidth', 'lineStyle', 'fillOpacity', 'gradientMode', 'spanNulls'],
  ...['showPoints', 'pointSize', 'stacking', 'axisPlacement', 'axisLabel', 'axisWidth', 'axisSoftMin', 'axisSoftMax'],
  ...['axisBorderShow', 'axisCenteredZero', 'axisColorMode', 'axisGridShow', 'scaleDistribution', 'barAlignment'],
  ...[
    'hideFrom',
    'thresholdsStyle',
    'fillBelowTo',
    'insertNulls',
    'align',
    'cellOptions',
    'width',
    'minWidth',
    'inspect',
  ],
];

function property(path: string, isCustom: boolean): FieldConfigPropertyItem {
  const same = (value: unknown): unknown => value;
  const none = (): null => null;
  return {
    ...{ id: isCustom ? `custom.${path}` : path, path, name: path, isCustom, process: same, shouldApply: () => true },
    ...{ editor: none, override: none },
  } as FieldConfigPropertyItem;
}

const REGISTRY = new Registry<FieldConfigPropertyItem>(() => [
  ...STANDARD.map((path) => property(path, false)),
  ...CUSTOM.map((path) => property(path, true)),
]);

standardFieldConfigEditorRegistry.setInit(() => STANDARD.map((path) => property(path, false)) as never);
standardTransformersRegistry.setInit(() => {
  // Some have two names.
  const byId = new Map(Object.values(standardTransformers).map((one) => [one.id, one as DataTransformerInfo]));
  const editor = (): null => null;
  return [...byId.values()].map((transformation) => ({ ...transformation, transformation, editor }) as never);
});

/** What each kind of panel does where a dashboard says nothing. */
const KINDS: Readonly<Record<string, { readonly custom: object; readonly color: FieldColorModeId }>> = {
  timeseries: {
    color: FieldColorModeId.PaletteClassic,
    custom: {
      ...{ drawStyle: 'line', lineInterpolation: 'linear', lineWidth: 1, fillOpacity: 0, gradientMode: 'none' },
      ...{ spanNulls: false, insertNulls: false, showPoints: 'auto', pointSize: 5, barAlignment: 0 },
      ...{ stacking: { mode: 'none', group: 'A' }, scaleDistribution: { type: 'linear' }, axisPlacement: 'auto' },
      ...{ axisLabel: '', axisColorMode: 'text', axisBorderShow: false, axisCenteredZero: false },
      ...{ hideFrom: { tooltip: false, viz: false, legend: false }, thresholdsStyle: { mode: 'off' } },
    },
  },
  table: {
    color: FieldColorModeId.Thresholds,
    custom: { align: 'auto', cellOptions: { type: 'auto' }, inspect: false },
  },
};

const STEPS = [
  { value: -Infinity, color: 'green' },
  { value: 80, color: 'red' },
];

function configOf({ type, fieldConfig }: PanelJson): FieldConfigSource {
  const { custom, color } = KINDS[type] ?? { custom: {}, color: FieldColorModeId.Thresholds };
  const { defaults = {}, overrides = [] } = fieldConfig ?? {};
  const own = {
    color: { mode: color },
    thresholds: { mode: ThresholdsMode.Absolute, steps: STEPS },
    ...defaults,
    custom: { ...custom, ...(defaults.custom as object | undefined) },
  };
  return {
    defaults: own as FieldConfig,
    overrides: overrides.map((one) => ({ ...one, properties: [...one.properties] })),
  };
}

/** The answers as the panel shows them: transformed, with units, colours and names. */
export async function preparedFrames(panel: PanelJson, frames: DataFrame[], theme: GrafanaTheme2) {
  const transformed = await lastValueFrom(transformDataFrame([...(panel.transformations ?? [])], frames));
  const fieldConfig = configOf(panel);
  const data = applyFieldOverrides({
    ...{ data: transformed, fieldConfig, theme, timeZone: 'utc', fieldConfigRegistry: REGISTRY },
    replaceVariables: (text) => text,
  });
  return { data, fieldConfig };
}

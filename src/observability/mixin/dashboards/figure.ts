import type { FieldOverride, GrafanaOptions, ValueMapping } from './grafana';
import type { PanelLook, Panel, PanelOptions, ColorSteps, PanelTarget } from './panel';

/** What panels have that show the last value, which is Grafana's default. */
export interface FigureOptions extends PanelOptions {
  /** One query a number. */
  readonly values: readonly PanelTarget[];
  /** Texts in place of numbers. */
  readonly words?: Readonly<Record<string, string>>;
  /** Colours of single series; by default those of the thresholds. */
  readonly colors?: readonly FieldOverride[];
}

/** What large numbers have. */
export interface StatOptions extends FigureOptions {
  /** Whether a single number has its name too; several always have. */
  readonly isNamed?: boolean;
  /** Whether the course is drawn below the number; by default it is not. */
  readonly isWithCourse?: boolean;
}

/** Numbers, large. */
export function stat(options: StatOptions): Panel {
  return figure('stat', options, {
    graphMode: options.isWithCourse === true ? 'area' : 'none',
    colorMode: options.thresholds === undefined ? 'none' : 'background',
    ...(options.isNamed === true ? { textMode: 'value_and_name' } : {}),
  });
}

/** A dial. */
export function gaugePanel(options: FigureOptions): Panel {
  return figure('gauge', { ...options, thresholds: options.thresholds ?? NEVER_BAD }, {});
}

/** Bars, one a series. */
export function barGauge(options: FigureOptions): Panel {
  const look = { orientation: 'horizontal', displayMode: 'basic' };
  return figure('bargauge', { ...options, thresholds: options.thresholds ?? NEVER_BAD }, look);
}

/** Without steps Grafana colours what is above 80. */
const NEVER_BAD: ColorSteps = { base: 'green', steps: [] };

function figure(type: 'stat' | 'gauge' | 'bargauge', options: FigureOptions, look: GrafanaOptions): Panel {
  const isWithCourse = look['graphMode'] === 'area';
  return {
    width: 4,
    height: 4,
    ...options,
    type,
    targets: options.values,
    isInstant: !isWithCourse,
    format: 'time_series',
    look: () => figureLook(type, options, look),
  };
}

function figureLook(type: string, { words, colors = [] }: FigureOptions, look: GrafanaOptions): PanelLook {
  return {
    defaults: {
      ...(type === 'stat' ? {} : { min: 0 }),
      ...(words === undefined ? {} : { mappings: [mapping(words)] }),
    },
    overrides: colors,
    options: look,
  };
}

function mapping(words: Readonly<Record<string, string>>): ValueMapping {
  const options = Object.entries(words).map(([value, text], index) => [value, { text, index }] as const);
  return { type: 'value', options: Object.fromEntries(options) };
}

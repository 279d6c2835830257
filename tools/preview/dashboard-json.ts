/** A value of a dashboard's threshold; the first step has no value. */
export interface ThresholdStepJson {
  readonly value?: number | null;
  readonly color: string;
}

/** What a value mapping shows in place of a value. */
export interface MappingResultJson {
  readonly text?: string;
  readonly color?: string;
}

/** A value mapping; what `options` holds depends on `type`. */
export interface MappingJson {
  readonly type: string;
  readonly options: unknown;
}

/** The part of a field's configuration that is for one kind of panel. */
export interface CustomJson {
  readonly drawStyle?: string;
  readonly lineInterpolation?: string;
  readonly lineWidth?: number;
  readonly lineStyle?: { readonly fill?: string };
  readonly fillOpacity?: number;
  readonly showPoints?: string;
  readonly spanNulls?: boolean | number;
  readonly stacking?: { readonly mode?: string; readonly group?: string };
  readonly thresholdsStyle?: { readonly mode?: string };
  readonly axisPlacement?: string;
  readonly axisLabel?: string;
  readonly axisSoftMin?: number;
  readonly axisSoftMax?: number;
  readonly scaleDistribution?: { readonly type?: string; readonly log?: number };
  readonly transform?: string;
  readonly hideFrom?: { readonly viz?: boolean; readonly legend?: boolean };
  readonly hidden?: boolean;
  readonly width?: number;
  readonly align?: string;
  readonly cellOptions?: { readonly type?: string };
  readonly displayMode?: string;
}

/** How the values of a field read and look. */
export interface FieldConfigJson {
  readonly unit?: string;
  readonly decimals?: number | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly displayName?: string;
  readonly noValue?: string;
  readonly color?: { readonly mode?: string; readonly fixedColor?: string };
  readonly thresholds?: { readonly mode?: string; readonly steps?: readonly ThresholdStepJson[] };
  readonly mappings?: readonly MappingJson[];
  readonly custom?: CustomJson;
}

/** What some fields have instead of the defaults; a property's id may be a path, such as `custom.lineWidth`. */
export interface OverrideJson {
  readonly matcher: { readonly id: string; readonly options?: unknown };
  readonly properties: readonly { readonly id: string; readonly value?: unknown }[];
}

/** One query of a panel. */
export interface TargetJson {
  readonly refId?: string;
  readonly expr?: string;
  readonly legendFormat?: string;
  readonly instant?: boolean;
  readonly range?: boolean;
  readonly format?: string;
  readonly interval?: string;
  readonly hide?: boolean;
}

/** What is done with the answers before a table shows them. */
export interface TransformationJson {
  readonly id: string;
  readonly options?: unknown;
  readonly disabled?: boolean;
}

/** The options of all the kinds of panels that are drawn. */
export interface PanelOptionsJson {
  readonly legend?: {
    readonly showLegend?: boolean;
    readonly displayMode?: string;
    readonly placement?: string;
    readonly calcs?: readonly string[];
    readonly sortBy?: string;
    readonly sortDesc?: boolean;
  };
  readonly reduceOptions?: { readonly calcs?: readonly string[]; readonly fields?: string; readonly values?: boolean };
  readonly colorMode?: string;
  readonly graphMode?: string;
  readonly textMode?: string;
  readonly orientation?: string;
  readonly showThresholdMarkers?: boolean;
  readonly displayMode?: string;
  readonly content?: string;
  readonly yAxis?: { readonly unit?: string; readonly decimals?: number };
  readonly cellValues?: { readonly unit?: string; readonly decimals?: number };
  readonly sortBy?: readonly { readonly displayName: string; readonly desc?: boolean }[];
}

/** One panel or row. */
export interface GrafanaPanelJson {
  readonly id?: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  /** On a grid of 24 columns, each row of it 30 pixels high. */
  readonly gridPos?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly TargetJson[];
  readonly fieldConfig?: { readonly defaults?: FieldConfigJson; readonly overrides?: readonly OverrideJson[] };
  readonly options?: PanelOptionsJson;
  readonly transformations?: readonly TransformationJson[];
  readonly interval?: string | null;
  readonly timeFrom?: string | null;
  /** Whether a row is folded; its panels are then `panels` of the row, and are drawn all the same. */
  readonly collapsed?: boolean;
  readonly panels?: readonly GrafanaPanelJson[];
}

/** A variable of a dashboard. */
export interface VariableJson {
  readonly name: string;
  readonly type?: string;
  readonly allValue?: string | null;
  readonly query?: unknown;
  readonly current?: { readonly value?: unknown };
}

/** The parts of a dashboard (v1 JSON) that a picture needs; whatever else it holds is left alone. */
export interface GrafanaDashboardJson {
  readonly title?: string;
  readonly description?: string;
  readonly panels?: readonly GrafanaPanelJson[];
  readonly templating?: { readonly list?: readonly VariableJson[] };
}

// What page and suite tell each other: what is drawn, and what is seen of it.

/** A query of a panel. */
export interface TargetJson {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat?: string;
  readonly format?: 'table' | 'heatmap';
  readonly instant?: boolean;
}

/** Colours by value, from the lowest bound to the highest; the first has none. */
export interface ThresholdsJson {
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
}

/** How values are shown. */
export interface FieldDefaultsJson {
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly thresholds?: ThresholdsJson;
  readonly mappings?: readonly { readonly options: Readonly<Record<string, { readonly text: string }>> }[];
  readonly custom?: Readonly<Record<string, unknown>>;
}

/** What some series have otherwise. */
export interface OverrideJson {
  readonly matcher: { readonly id: string; readonly options: string };
  readonly properties: readonly { readonly id: string; readonly value: unknown }[];
}

/** A panel, or the heading of a row. */
export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly interval?: string;
  readonly links?: readonly unknown[];
  readonly targets?: readonly TargetJson[];
  readonly fieldConfig?: { readonly defaults: FieldDefaultsJson; readonly overrides: readonly OverrideJson[] };
  readonly options?: Readonly<Record<string, unknown>>;
  readonly transformations?: readonly { readonly id: string; readonly options: Readonly<Record<string, unknown>> }[];
  /** Of a row that is collapsed. */
  readonly panels?: readonly PanelJson[];
}

/** Marks on every graph. */
export interface AnnotationJson {
  readonly name: string;
  readonly expr: string;
  readonly iconColor: string;
  readonly step?: string;
}

/** The parts of a dashboard that a picture needs. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly PanelJson[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly label?: string }[] };
  readonly annotations: { readonly list: readonly AnnotationJson[] };
}

/** The colours of Grafana. */
export const THEMES = ['light', 'dark'] as const;

/** One picture. Times are Unix times in seconds. */
export interface Spec {
  readonly dashboard: DashboardJson;
  readonly theme: (typeof THEMES)[number];
  /** Of the window, in pixels. */
  readonly width: number;
  readonly end: number;
  readonly seconds: number;
  /** Seconds between two samples, as the data source of Grafana is told. */
  readonly interval: number;
  /** What each variable stands for in a query. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether collapsed rows are opened. */
  readonly isOpen: boolean;
}

/** A rectangle, in pixels of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text that is seen. */
export interface SeenText extends Box {
  readonly text: string;
  /** Whether something around it ends before the text does. */
  readonly isCut: boolean;
  /** Whether one must scroll to see it. */
  readonly isBelow: boolean;
  /** Height of its letters in pixels. */
  readonly size: number;
  /** Heading of the panel, legend of a graph, or what the panel shows; a canvas has no elements. */
  readonly part: 'title' | 'legend' | 'body' | 'canvas';
}

/** What is seen of a panel. */
export interface SeenPanel {
  readonly id: number;
  readonly box: Box;
  readonly texts: readonly SeenText[];
  /** The ends of each scale of a graph, but that of time. */
  readonly scales: readonly { readonly min: number; readonly max: number }[];
  /** Where the lines of a graph are. */
  readonly plot: Box | undefined;
  /** The values at which lines go across a graph, as those of thresholds do. */
  readonly lines: readonly number[];
  /** The names of its series that have points. */
  readonly series: readonly string[];
}

/** What is seen of a page. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  /** Its colour. */
  readonly background: string;
  readonly rows: readonly string[];
  readonly panels: readonly SeenPanel[];
}

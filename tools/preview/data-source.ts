/** One time series, as Prometheus answers it: its labels and its points in the order of time. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [seconds: number, value: number])[];
}

/** The times of a range query, in Unix seconds; `step` in seconds. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What answers queries: `/api/v1/query_range` and `/api/v1/query` of a Prometheus, or a stand-in. */
export interface DataSource {
  range(expr: string, window: Window): Promise<readonly Series[]>;
  instant(expr: string, time: number): Promise<readonly Series[]>;
}

/** What a picture shows. */
export interface PreviewOptions {
  /** The last moment shown, in Unix seconds. Texts such as "3 hours ago" count from here. */
  readonly end: number;
  /** How much time is shown, in seconds; a panel with `timeFrom` has its own. */
  readonly seconds: number;
  /** The dashboard's variables by name, without `$`. One that is missing has the value the dashboard holds for it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Width of the picture in pixels; 1400 if not given. */
  readonly width?: number;
  /** Seconds between two scrapes, which `$__rate_interval` and the smallest step depend on; 30 if not given. */
  readonly scrapeSeconds?: number;
  /** Whether the line below the picture says that the data is simulated; false if not given. */
  readonly simulated?: boolean;
}

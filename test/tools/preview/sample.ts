import type {
  DataSource,
  GrafanaDashboardJson,
  GrafanaPanelJson,
  PreviewOptions,
  Series,
  Window,
} from '../../../tools/preview';

/** 2026-01-31 12:00:00 UTC. */
export const END = 1_769_860_800;

export const OPTIONS: PreviewOptions = {
  end: END,
  seconds: 3 * 3600,
  variables: { namespace: 'coder', pod: '.+' },
};

/** A value at a time; undefined for no point there. */
type Curve = (seconds: number) => number | undefined;

/** A series that every query is answered with. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly curve: Curve;
}

/** A source that answers each expression with its samples, and notes what it was asked. */
export class SampleSource implements DataSource {
  readonly asked: { readonly expr: string; readonly window?: Window; readonly time?: number }[] = [];
  private readonly answers: Readonly<Record<string, readonly Sample[]>>;

  constructor(answers: Readonly<Record<string, readonly Sample[]>>) {
    this.answers = answers;
  }

  range(expr: string, window: Window): Promise<readonly Series[]> {
    this.asked.push({ expr, window });
    const count = Math.floor((window.end - window.start) / window.step) + 1;
    const times = Array.from({ length: count }, (_, i) => window.start + i * window.step);
    return Promise.resolve(this.series(expr, times));
  }

  instant(expr: string, time: number): Promise<readonly Series[]> {
    this.asked.push({ expr, time });
    return Promise.resolve(this.series(expr, [time]));
  }

  private series(expr: string, times: readonly number[]): readonly Series[] {
    return (this.answers[expr] ?? []).map(({ labels, curve }) => ({
      labels,
      points: times.flatMap((time) => {
        const value = curve(time);
        return value === undefined ? [] : [[time, value] as const];
      }),
    }));
  }
}

/** A dashboard of one panel that asks "q". */
export function only(panel: Partial<GrafanaPanelJson>): GrafanaDashboardJson {
  const whole: GrafanaPanelJson = {
    id: 1,
    type: 'timeseries',
    title: 'One panel',
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    targets: [{ refId: 'A', expr: 'q' }],
    ...panel,
  };
  return { title: 'A dashboard', panels: [whole] };
}

/** One series without labels that is always the same. */
export function constant(value: number, labels: Readonly<Record<string, string>> = {}): Sample {
  return { labels, curve: () => value };
}

/** The texts of an SVG, as a reader sees them. */
export function textsOf(svg: string): readonly string[] {
  const found = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, content = '']) => content);
  return found.map((content) =>
    content
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
}

// The queries of a panel, and their answers as the data frames that Grafana's data source for Prometheus makes.
import { type DataFrame, type Field, FieldType, type TimeRange, dateTime, rangeUtil } from '@grafana/data';
import type { AnnotationJson, PanelJson, Spec, TargetJson } from '../shared';

type Sample = readonly [seconds: number, value: string];
interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: Sample;
  readonly values?: readonly Sample[];
}

/** The time that a dashboard shows. */
export function timeRangeOf({ end, seconds }: Spec): TimeRange {
  const [from, to] = [dateTime((end - seconds) * 1000), dateTime(end * 1000)];
  return { from, to, raw: { from, to } };
}

/** What the queries of a panel of so many pixels answer. */
export async function answersOf(panel: PanelJson, spec: Spec, width: number): Promise<DataFrame[]> {
  const step = stepOf(panel.interval, spec, width);
  const targets = panel.targets ?? [];
  const answers = await Promise.all(targets.map((target) => answerTo(target, spec, step)));
  return answers.flatMap((series, i) => framesOf(targets[i] as TargetJson, series, step, targets.length));
}

/** What an annotation finds, series by series, in Unix milliseconds. */
export async function momentsOf({ expr, step = '60s' }: AnnotationJson, spec: Spec) {
  const seconds = rangeUtil.intervalToSeconds(step);
  const found = await answerTo({ refId: 'Anno', expr }, spec, seconds);
  return found.map(({ metric, values = [] }) => ({
    labels: metric,
    times: values.flatMap(([time, value]) => (Number(value) > 0 ? [time * 1000] : [])),
    step: seconds * 1000,
  }));
}

/** Seconds between two points: what fits the width, never less than what is asked for. */
function stepOf(least: string | undefined, spec: Spec, width: number): number {
  const asked = least === undefined ? spec.interval : rangeUtil.intervalToSeconds(least);
  return rangeUtil.calculateInterval(timeRangeOf(spec), Math.max(width, 10), `${asked}s`).intervalMs / 1000;
}

async function answerTo({ expr, instant }: TargetJson, spec: Spec, step: number): Promise<readonly Series[]> {
  const query = withVariables(expr, spec, step);
  const end = Math.floor(spec.end / step) * step;
  const start = Math.floor((spec.end - spec.seconds) / step) * step;
  const times = instant === true ? { time: spec.end } : { start, end, step };
  const form = new URLSearchParams(Object.entries({ query, ...times }).map(([key, value]) => [key, String(value)]));
  const response = await fetch(`/api/v1/${instant === true ? 'query' : 'query_range'}`, { method: 'POST', body: form });
  const { status, error, data } = await response.json();
  if (status !== 'success') throw new Error(`${query}: ${error}`);
  return data.resultType === 'scalar' ? [{ metric: {}, value: data.result }] : data.result;
}

function withVariables(expr: string, { interval, seconds, variables }: Spec, step: number): string {
  const known: Readonly<Record<string, string>> = {
    ...variables,
    __rate_interval: `${Math.max(step + interval, 4 * interval)}s`,
    __interval: `${step}s`,
    __range: `${seconds}s`,
  };
  return expr.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`${expr}: no value for ${whole}`);
    return value;
  });
}

const numberOf = (text: string): number => Number(text.replace('Inf', 'Infinity'));

function framesOf(target: TargetJson, series: readonly Series[], step: number, queries: number): DataFrame[] {
  if (target.format === 'table') return [tableOf(target, series, queries)];
  if (target.format === 'heatmap') return heatmapOf(target, series, step);
  return series.map((one) => seriesOf(target, one, step));
}

function samplesOf({ value, values }: Series): readonly Sample[] {
  return values ?? (value === undefined ? [] : [value]);
}

function timeField(samples: readonly Sample[], step: number): Field {
  const values = samples.map(([seconds]) => seconds * 1000);
  return { name: 'Time', type: FieldType.time, config: { interval: step * 1000 }, values };
}

function seriesOf({ refId, legendFormat = '' }: TargetJson, series: Series, step: number): DataFrame {
  const samples = samplesOf(series);
  const name = legendFormat.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => series.metric[label] ?? '');
  const values = samples.map(([, text]) => numberOf(text));
  const config = name === '' ? {} : { displayNameFromDS: name };
  const value: Field = { name: 'Value', type: FieldType.number, labels: { ...series.metric }, config, values };
  return { refId, name, fields: [timeField(samples, step), value], length: samples.length };
}

function tableOf({ refId }: TargetJson, series: readonly Series[], queries: number): DataFrame {
  const labels = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].sort();
  const samples = series.flatMap((one) => samplesOf(one).slice(-1));
  const texts = labels.map((name): Field => {
    return { name, type: FieldType.string, config: {}, values: series.map(({ metric }) => metric[name] ?? '') };
  });
  const name = queries > 1 ? `Value #${refId}` : 'Value';
  const value: Field = { name, type: FieldType.number, config: {}, values: samples.map(([, text]) => numberOf(text)) };
  return { refId, fields: [timeField(samples, 0), ...texts, value], length: samples.length };
}

/** A field for each bucket, with what fell into it alone. */
function heatmapOf({ refId }: TargetJson, series: readonly Series[], step: number): DataFrame[] {
  const bound = ({ metric }: Series): number => numberOf(metric['le'] ?? '');
  const sorted = series.filter(({ metric }) => 'le' in metric).sort((a, b) => bound(a) - bound(b));
  const times = [...new Set(sorted.flatMap((one) => samplesOf(one).map(([seconds]) => seconds)))].sort((a, b) => a - b);
  if (times.length === 0) return [];
  const upTo = sorted.map((one) => {
    const found = new Map(samplesOf(one).map(([seconds, text]) => [seconds, numberOf(text)]));
    return times.map((time) => found.get(time) ?? 0);
  });
  const fields = sorted.map(({ metric }, i): Field => {
    const values = times.map((_, at) => Math.max(0, (upTo[i]?.[at] ?? 0) - (upTo[i - 1]?.[at] ?? 0)));
    return { name: metric['le'] ?? '', type: FieldType.number, labels: { ...metric }, config: {}, values };
  });
  const time = timeField(
    times.map((seconds) => [seconds, ''] as const),
    step,
  );
  return [{ refId, fields: [time, ...fields], length: times.length }];
}

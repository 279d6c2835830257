import { type ApiObject, Chart, Names } from 'cdk8s';
import type { Construct } from 'constructs';
import { type Value, interpolate } from '../expr';
import { asText } from './tokens';

/** A class of charts, as every cdk8s app has them. */
export type ChartClass<P> = new (scope: Construct, id: string, props: P) => Chart;

/** Kubernetes appends 11 characters to the name of a CronJob. */
const MAX_CRON_JOB = 52;

/** The same charts, with objects named after the release in place of the chart, so that they can be installed twice, unless it names them itself. */
export function released<P>(Base: ChartClass<P>, releaseName: Value<string>): ChartClass<P> {
  if (namingOf(Base) !== namingOf(Chart)) return Base;
  return class extends Base {
    override generateObjectName(object: ApiObject): string {
      const maxLen = object.kind === 'CronJob' ? MAX_CRON_JOB : undefined;
      const name = Names.toDnsLabel(object, { includeHash: false, ...(maxLen === undefined ? {} : { maxLen }) });
      const chart = `${Names.toDnsLabel(this, { includeHash: false })}-`;
      return asText(interpolate`${releaseName}-${name.startsWith(chart) ? name.slice(chart.length) : name}`);
    }
  };
}

function namingOf(Base: { readonly prototype: unknown }): unknown {
  return Reflect.get(Object(Base.prototype) as object, 'generateObjectName');
}

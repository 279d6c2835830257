import { type Handles, type Section, concreteHandles, intChoice, number, section } from '../../../engine/values';
import { DROPPED_BUCKETS } from './lean';
import { METRICS } from './metrics';

type Dropped = (typeof DROPPED_BUCKETS)[number];
type Bucket = (typeof METRICS.coderd_api_request_latencies_ms.buckets)[number];

/** Bounds of the request latency that every preset keeps, in milliseconds. */
const LATENCY_BOUNDS = METRICS.coderd_api_request_latencies_ms.buckets.filter(isKeptBound);

function isKeptBound(bound: Bucket): bound is Exclude<Bucket, Dropped> {
  return !(DROPPED_BUCKETS as readonly number[]).includes(bound);
}

/** An objective of 1 leaves no budget, one below a half is no promise. */
const OBJECTIVE = { min: 0.5, max: 0.99999 };

/**
 * What is promised to users: part of the requests that succeed, and part of them that are answered in time.
 *
 * @see https://sre.google/workbook/implementing-slos/
 */
export const SLO_VALUES = {
  availability: number({
    description: 'Target ratio of API requests that do not fail with a 5xx status.',
    default: 0.999,
    ...OBJECTIVE,
  }),
  latency: number({
    description: 'Target ratio of API requests answered within latencyMilliseconds.',
    default: 0.99,
    ...OBJECTIVE,
  }),
  latencyMilliseconds: intChoice(LATENCY_BOUNDS, {
    description: 'Target response time in milliseconds: a bucket bound that every preset keeps.',
    default: 500,
  }),
};

/** The objectives, known now or when Helm runs. */
export type Slo = Handles<Section<typeof SLO_VALUES>>;

/** The objectives unless an installer sets others. */
export const DEFAULT_SLO: Slo = concreteHandles(section('Objectives.', SLO_VALUES), {});

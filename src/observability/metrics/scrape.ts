import { gauge } from './metric';

/**
 * What Prometheus itself notes of each scrape; part of every catalogue.
 *
 * @see https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series
 */
export const SCRAPE_METRICS = {
  up: gauge({
    help: '1 if the scrape succeeded, 0 if it failed.',
    unit: 'count',
    subject: 'scrape',
    labels: [],
    evidence: 'documented',
  }),
  scrape_duration_seconds: gauge({
    help: 'Duration of the scrape.',
    unit: 'seconds',
    subject: 'scrape',
    labels: [],
    evidence: 'documented',
  }),
  scrape_samples_scraped: gauge({
    help: 'Number of samples that the target exposed.',
    unit: 'count',
    subject: 'scrape',
    labels: [],
    evidence: 'documented',
  }),
};

/** The metrics that Prometheus adds for each target. */
export type ScrapeMetrics = typeof SCRAPE_METRICS;

/** Name of a series that Prometheus adds for each target. */
export type ScrapeName = keyof ScrapeMetrics;

/**
 * Labels that a PodMonitor or ServiceMonitor gives every series.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
export const TARGET_LABELS = ['namespace', 'job', 'pod', 'container', 'endpoint', 'instance'] as const;

/** A label of the target. */
export type TargetLabel = (typeof TARGET_LABELS)[number];

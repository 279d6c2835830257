import { counter, gauge } from '../../../../observability/metrics';

/** Metrics of Go's client library about the process. */
export const PROCESS_METRICS = {
  process_cpu_seconds_total: counter({
    help: 'Total user and system CPU time spent in seconds.',
    unit: 'seconds',
    subject: 'process',
    labels: [],
    evidence: 'documented',
  }),
  process_max_fds: gauge({
    help: 'Maximum number of open file descriptors.',
    unit: 'count',
    subject: 'process',
    labels: [],
    evidence: 'documented',
  }),
  process_open_fds: gauge({
    help: 'Number of open file descriptors.',
    unit: 'count',
    subject: 'process',
    labels: [],
    evidence: 'documented',
  }),
  process_resident_memory_bytes: gauge({
    help: 'Resident memory size in bytes.',
    unit: 'bytes',
    subject: 'process',
    labels: [],
    evidence: 'documented',
  }),
  process_start_time_seconds: gauge({
    help: 'Start time of the process since unix epoch in seconds.',
    unit: 'timestamp',
    subject: 'process',
    labels: [],
    evidence: 'documented',
  }),
  process_virtual_memory_bytes: gauge({
    help: 'Virtual memory size in bytes.',
    unit: 'bytes',
    subject: 'process',
    labels: [],
    evidence: 'documented',
  }),
  process_virtual_memory_max_bytes: gauge({
    help: 'Maximum amount of virtual memory available in bytes.',
    unit: 'bytes',
    subject: 'process',
    labels: [],
    evidence: 'documented',
    note: '18446744073709552000 means unlimited.',
  }),
  promhttp_metric_handler_requests_in_flight: gauge({
    help: 'Current number of scrapes being served.',
    unit: 'count',
    subject: 'scrape',
    labels: [],
    evidence: 'documented',
  }),
  promhttp_metric_handler_requests_total: counter({
    help: 'Total number of scrapes by HTTP status code.',
    unit: 'count',
    subject: 'scrape',
    labels: ['code'],
    evidence: 'documented',
    note: 'code is 200, 500 or 503; all three exist from the start.',
  }),
};

import { DEFAULT_VERSION } from '../../../src/coder/versions';
import { catalogue, counter, gauge } from '../../../src/observability/metrics';

const POOL = { unit: 'count', subject: 'database', labels: ['db_name'], evidence: 'documented' } as const;
const AGENTS = { unit: 'count', subject: 'networking', labels: [], evidence: 'unknown' } as const;

const {
  up: _up,
  scrape_duration_seconds: _duration,
  scrape_samples_scraped: _samples,
  go_memstats_gc_cpu_fraction: _gone,
  go_gc_heap_allocs_by_size_bytes_total,
  go_gc_heap_frees_by_size_bytes_total,
  go_gc_pauses_seconds_total,
  ...kept
} = DEFAULT_VERSION.metrics;

/** Metrics of a later version: three have other names, one is gone, the pool of connections and the agents are new. */
export const METRICS = catalogue({
  ...kept,
  go_gc_heap_allocs_by_size_bytes: go_gc_heap_allocs_by_size_bytes_total,
  go_gc_heap_frees_by_size_bytes: go_gc_heap_frees_by_size_bytes_total,
  go_gc_pauses_seconds: go_gc_pauses_seconds_total,
  go_sql_open_connections: gauge({ ...POOL, help: 'Connections that are open.' }),
  go_sql_in_use_connections: gauge({ ...POOL, help: 'Connections in use.' }),
  go_sql_idle_connections: gauge({ ...POOL, help: 'Connections that are idle.' }),
  go_sql_max_open_connections: gauge({ ...POOL, help: 'Connections that may be open.' }),
  go_sql_wait_count_total: counter({ ...POOL, help: 'Waits for a connection.' }),
  go_sql_wait_duration_seconds_total: counter({ ...POOL, unit: 'seconds', help: 'Time waited for connections.' }),
  coderd_agent_aggregator_agents: gauge({ ...AGENTS, help: 'Agents that are aggregated.' }),
});

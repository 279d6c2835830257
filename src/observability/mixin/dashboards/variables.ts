import type { MetricName } from '../../metrics';
import { type Annotation, DATASOURCE, type Variable } from './grafana';

/** A metric that only coderd has, so that the variables offer nothing else. */
const METRIC: MetricName = 'coderd_api_concurrent_requests';

const datasource: Variable = {
  type: 'datasource',
  name: 'datasource',
  label: 'Data source',
  description: 'The Prometheus that scrapes coderd.',
  query: 'prometheus',
  current: { selected: false, text: 'default', value: 'default' },
  multi: false,
  includeAll: false,
  refresh: 1,
  regex: '',
};

function labelVariable(name: string, label: string, where: string, allValue?: string): Variable {
  const query = `label_values(${METRIC}${where}, ${name})`;
  return {
    type: 'query',
    name,
    label,
    datasource: DATASOURCE,
    query: { qryType: 1, query, refId: `Variable-${name}` },
    current: { selected: true, text: ['All'], value: ['$__all'] },
    multi: true,
    includeAll: true,
    ...(allValue === undefined ? {} : { allValue }),
    refresh: 2,
    regex: '',
    sort: 1,
  };
}

/**
 * What can be chosen at the top of each dashboard. "All" of namespaces and pods is any, so that a long list makes no long query; "All" of
 * jobs is the jobs that were found, as metrics such as `up` or `go_goroutines` exist for other programs too.
 */
export const VARIABLES: readonly Variable[] = [
  datasource,
  labelVariable('namespace', 'Namespace', '', '.+'),
  labelVariable('job', 'Job', '{namespace=~"$namespace"}'),
  labelVariable('pod', 'Pod', '{namespace=~"$namespace", job=~"$job"}', '.+'),
];

/** Marks when an alert fires, on every graph. */
export function alertMarks(expr: string): Annotation {
  return {
    name: 'Alerts that fire',
    datasource: DATASOURCE,
    enable: true,
    iconColor: 'red',
    expr,
    titleFormat: '{{alertname}}',
    step: '60s',
  };
}

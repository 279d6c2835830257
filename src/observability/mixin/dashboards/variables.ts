import type { WatchedProgram } from '../subject';
import { type Annotation, DATASOURCE, type Variable } from './grafana';

function datasourceVariable(program: string): Variable {
  return {
    type: 'datasource',
    name: 'datasource',
    label: 'Data source',
    description: `The Prometheus that scrapes ${program}.`,
    query: 'prometheus',
    current: { selected: false, text: 'default', value: 'default' },
    multi: false,
    includeAll: false,
    refresh: 1,
    regex: '',
  };
}

/** The matcher of the cluster that is chosen; none where there is no choice. */
export function chosenCluster(label: string | undefined): readonly string[] {
  return label === undefined ? [] : [`${label}="$cluster"`];
}

/** One cluster at a time: names of namespaces and pods are told apart within a cluster only. */
function clusterVariable(label: string, presence: string): Variable {
  return {
    ...labelVariable('cluster', 'Cluster', presence),
    query: { qryType: 1, query: `label_values(${presence}, ${label})`, refId: 'Variable-cluster' },
    current: { selected: false, text: '', value: '' },
    multi: false,
    includeAll: false,
  };
}

/** A variable that offers the values of a label of some series. */
function labelVariable(name: string, label: string, series: string, allValue?: string): Variable {
  const query = `label_values(${series}, ${name})`;
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
export function variablesOf({ presence, program }: WatchedProgram, clusterLabel?: string): readonly Variable[] {
  const cluster = chosenCluster(clusterLabel);
  const series = (...matchers: readonly string[]): string => {
    const all = [...cluster, ...matchers];
    return all.length === 0 ? presence : `${presence}{${all.join(', ')}}`;
  };
  return [
    datasourceVariable(program),
    ...(clusterLabel === undefined ? [] : [clusterVariable(clusterLabel, presence)]),
    labelVariable('namespace', 'Namespace', series(), '.+'),
    labelVariable('job', 'Job', series('namespace=~"$namespace"')),
    labelVariable('pod', 'Pod', series('namespace=~"$namespace"', 'job=~"$job"'), '.+'),
  ];
}

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

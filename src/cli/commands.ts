import { DEFAULT_VERSION } from '../coder/versions';
import { writeDirectory } from '../engine/output';
import { chart } from './chart';
import { UsageError, isHelp, listOf, parse, textOf } from './arguments';
import { alertmanager } from './alertmanager';
import { check } from './check';
import { clusterLabelOf } from './cluster-label';
import { coderRunbookFiles } from './coder-files';
import { coderDashboardFiles } from './dashboards';
import { images } from './images';
import { migrate } from './migrate';
import { sayingWhatMoved } from './moved-values';
import type { Said } from './outcome';
import { permissions } from './permissions';
import { readValuesFiles } from '../engine/values-file';
import { releaseOf } from './release';
import { report } from './report';
import { rules } from './rules';
import { runbook } from './runbook';
import { type Warn, synth } from './synth';

/** What the commands are, for `--help` and for mistakes. */
const USAGE = `cdk8s-coder COMMAND [OPTIONS]

  synth       writes plain YAML, one object a file, and a kustomization.yaml
                -f, --values FILE     values file, as for helm install; may be given several times, the last wins
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
                -o, --out DIR         where to                      (default: dist)
  chart       writes the Helm chart, or a smaller one, some of whose values cannot be set any more
                --fixed FILE          values that are fixed, as a values file; may be given several times
                --open PATH           value or section that can be set, such as coderd.replicas; all others are fixed
                --name NAME           name of the chart             (default: coder)
                --chart-version V     version of the chart          (default: that of this chart)
                --description TEXT    what it installs              (default: that of this chart)
                -o, --out DIR         where to                      (default: charts/NAME)
  dashboards  writes the dashboards as JSON, to import them into Grafana by hand
                -f, --values FILE     values file
                --cluster-label NAME  label that tells clusters apart, to choose one where Prometheus has several
                -o, --out DIR         where to                      (default: dashboards)
  runbooks    writes a page for each alert: what to do, with the names of the release
                -f, --values FILE     values file
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
                -o, --out DIR         where to                      (default: runbooks)
  runbook     prints the page of one alert
                NAME                  the alert, such as CoderdDown or just down
                -f, --values FILE     values file
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
  rules       prints the rules as a file, for a Prometheus without the Operator, Thanos, vmalert, Mimir or Grafana
                -f, --values FILE     values file
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
                --for READER          prometheus, also for Thanos and vmalert; mimir; or grafana, as its own alerts  (default: prometheus)
                --datasource UID      of that Prometheus, for grafana  (default: prometheus)
                --cluster-label NAME  label that tells clusters apart, where one ruler reads several
  alertmanager  writes rules by which Alertmanager calls once for one event, and an example of who is called how
                -f, --values FILE     values file
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
                --cluster-label NAME  label that tells clusters apart  (default: cluster)
                -o, --out DIR         where to                      (default: alertmanager)
  check       says whether rules see the pods that the monitor beside them finds, also after Kustomize moved or renamed them
                FILE, DIRECTORY or -  YAML of finished objects; - is the standard input
  migrate     rewrites a values file of Coder's own chart; says on the standard error where each key went
                FILE                  the file; of several, the last wins
                -o, --out FILE        where to, a file that is not there yet  (default: standard output)
  permissions says who may do what in which namespace, in Markdown for a review, with what to look at
                -f, --values FILE     values file
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
                --json                as JSON
  images      lists the images that the pods of an installation pull, one a line, such as for a mirror
                -f, --values FILE     values file
                --release NAME        release name                  (default: coder)
                -n, --namespace NAME  namespace of every object     (default: coder)
                --json                as JSON, with what pulls each
  query       asks a Prometheus about coderd; see cdk8s-coder query --help
  help        prints this text
`;

/** Runs a command that asks no server; returns the lines to print. */
export function runCommand(args: readonly string[], warn: Warn): readonly string[] | Said {
  const [command = 'help', ...rest] = args;
  if (isHelp(rest)) return [USAGE.trimEnd()];
  if (HELP.includes(command)) return [USAGE.trimEnd()];
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run !== undefined) return run(rest, warn);
  throw new UsageError(
    `expected a command (${Object.keys(COMMANDS).join(', ')}, query or help), got ${JSON.stringify(command)}`,
  );
}

const HELP = ['help', '--help', '-h'];

/** Commands that ask no server. */
const COMMANDS: Readonly<Record<string, (args: readonly string[], warn: Warn) => readonly string[] | Said>> = {
  synth,
  chart,
  dashboards,
  runbooks,
  runbook,
  rules,
  alertmanager,
  check,
  migrate,
  permissions,
  images,
};

function runbooks(args: readonly string[]): readonly string[] {
  const { values, placement, out } = releaseOf(args, DEFAULT_VERSION.names, 'runbooks');
  const files = sayingWhatMoved(values, () => coderRunbookFiles(values, placement));
  return [report(out, files, writeDirectory(out, files))];
}

function dashboards(args: readonly string[]): readonly string[] {
  const { values } = parse(args, {
    values: { type: 'string', short: 'f', multiple: true, default: [] },
    out: { type: 'string', short: 'o', default: 'dashboards' },
    'cluster-label': { type: 'string' },
  });
  const label = values['cluster-label'];
  const given = readValuesFiles(listOf(values['values']));
  const files = sayingWhatMoved(given, () =>
    coderDashboardFiles(given, label === undefined ? undefined : clusterLabelOf(label)),
  );
  const out = textOf(values['out']);
  return [report(out, files, writeDirectory(out, files))];
}

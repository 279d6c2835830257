import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/root.mjs';

const operator = 'github.com/prometheus-operator/prometheus-operator';
const prometheus = 'github.com/prometheus/prometheus';

// The other kinds of service discovery need a module that the Go proxy does not have.
const tags = 'remove_all_sd,enable_kubernetes_sd';
const commonVersion = (version) => [`-X github.com/prometheus/common/version.Version=${version}`];

/**
 * What can be built. `module` has the pins, `pinned` is the dependency whose version counts, `environment` the variable that
 * names another binary, `versionArgs` make the program say its version.
 */
export const goPrograms = {
  etcd: { pinned: 'go.etcd.io/etcd/server/v3' },
  'kube-apiserver': kubernetes('kube-apiserver'),
  'kube-controller-manager': kubernetes('kube-controller-manager'),
  'kube-scheduler': kubernetes('kube-scheduler'),
  kwok: { pinned: 'sigs.k8s.io/kwok', package: 'sigs.k8s.io/kwok/cmd/kwok' },
  'prometheus-operator': { pinned: operator, package: `${operator}/cmd/operator`, xFlags: commonVersion },
  'prometheus-config-reloader': {
    pinned: operator,
    package: `${operator}/cmd/prometheus-config-reloader`,
    xFlags: commonVersion,
  },
  prometheus: prometheusProgram('prometheus', 'PROMETHEUS3'),
  promtool: prometheusProgram('promtool', 'PROMTOOL3'),
  alertmanager: {
    module: 'tools/components/go/alertmanager',
    pinned: 'github.com/prometheus/alertmanager',
    package: 'github.com/prometheus/alertmanager/cmd/alertmanager',
    xFlags: commonVersion,
  },
  registry: {
    module: 'tools/components/go/registry',
    pinned: 'github.com/distribution/distribution/v3',
    package: 'github.com/distribution/distribution/v3/cmd/registry',
    xFlags: (version) => [`-X github.com/distribution/distribution/v3/version.version=${version}`],
  },
  'client-golang': {
    module: 'tools/client-golang',
    pinned: 'github.com/prometheus/client_golang',
    package: '.',
    sources: ['main.go'],
    // It prints metrics, not its version.
    versionArgs: undefined,
  },
};

function kubernetes(name) {
  return { pinned: 'k8s.io/kubernetes', package: `k8s.io/kubernetes/cmd/${name}`, xFlags: kubernetesVersion };
}

/** Without it the server calls itself v0.0.0, and a chart with a kubeVersion is refused. */
function kubernetesVersion(version) {
  const [major, minor] = version.split('.');
  const at = '-X k8s.io/component-base/version';
  return [`${at}.gitVersion=v${version}`, `${at}.gitMajor=${major}`, `${at}.gitMinor=${minor}`];
}

function prometheusProgram(name, environment) {
  return {
    pinned: prometheus,
    package: `${prometheus}/cmd/${name}`,
    environment,
    xFlags: commonVersion,
    // Its Go module calls release 3.15.0 v0.315.0.
    release: (version) => version.replace(/^0\.(\d)(\d\d)\./, (_, major, minor) => `${major}.${Number(minor)}.`),
  };
}

/** Returns all that decides on a binary but the Go release: its module, version, and the arguments of "go build". */
export function goRecipe(name) {
  const program = { module: 'tools/components/go', package: goPrograms[name].pinned, sources: [], ...goPrograms[name] };
  const folder = path.join(root, program.module);
  const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
  const goMod = read('go.mod');
  const version = releaseOf(program, goMod);
  return {
    name,
    folder,
    version,
    minimumGo: /^go (\S+)$/m.exec(goMod)[1],
    environment: program.environment,
    versionArgs: 'versionArgs' in program ? program.versionArgs : ['--version'],
    args: buildArgs(program, version),
    files: [goMod, read('go.sum'), ...program.sources.map(read)],
  };
}

function releaseOf({ pinned, release = (version) => version }, goMod) {
  const line = new RegExp(String.raw`^\s+${pinned.replaceAll('.', String.raw`\.`)} v(\S+)`, 'm').exec(goMod);
  return release(line[1]);
}

function buildArgs(program, version) {
  const linker = ['-s', '-w', ...(program.xFlags?.(version) ?? [])].join(' ');
  const reproducible = ['-mod=readonly', '-trimpath', '-buildvcs=false'];
  return [...reproducible, '-tags', tags, '-ldflags', linker, program.package];
}

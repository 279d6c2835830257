import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';

const operator = 'github.com/prometheus-operator/prometheus-operator';
const prometheus = 'github.com/prometheus/prometheus';

// The other kinds of service discovery need a module that the Go proxy does not have.
const tags = 'remove_all_sd,enable_kubernetes_sd';
const commonVersion = (version: string): string[] => [`-X github.com/prometheus/common/version.Version=${version}`];

/** How a program is built. */
interface GoProgram {
  /** The dependency whose version counts. */
  readonly pinned: string;
  /** The folder of the Go module that has the pins; tools/components/go by default. */
  readonly module?: string;
  /** The package of Go to build; `pinned` by default. */
  readonly package?: string;
  /** Files of the module that are compiled. */
  readonly sources?: readonly string[];
  /** The variable that names another binary. */
  readonly environment?: string;
  /** They make the program say its version, `--version` by default; `none` for one that cannot. */
  readonly versionArgs?: readonly string[] | 'none';
  /** What the linker writes into the program, by its version. */
  readonly xFlags?: (version: string) => string[];
  /** What a version of the Go module is called as a release; the same by default. */
  readonly release?: (version: string) => string;
}

const goPrograms = {
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
  amtool: {
    module: 'tools/components/go/alertmanager',
    pinned: 'github.com/prometheus/alertmanager',
    package: 'github.com/prometheus/alertmanager/cmd/amtool',
    xFlags: commonVersion,
  },
  vmalert: {
    module: 'tools/components/go/vmalert',
    pinned: 'github.com/VictoriaMetrics/VictoriaMetrics',
    package: 'github.com/VictoriaMetrics/VictoriaMetrics/app/vmalert',
    xFlags: (version) => [`-X github.com/VictoriaMetrics/VictoriaMetrics/lib/buildinfo.Version=${version}`],
    versionArgs: ['-version'],
  },
  registry: {
    module: 'tools/components/go/registry',
    pinned: 'github.com/distribution/distribution/v3',
    package: 'github.com/distribution/distribution/v3/cmd/registry',
    xFlags: (version) => [`-X github.com/distribution/distribution/v3/version.version=${version}`],
  },
  'kube-score': {
    module: 'tools/components/go/kube-score',
    pinned: 'github.com/zegl/kube-score',
    package: 'github.com/zegl/kube-score/cmd/kube-score',
    xFlags: (version) => [`-X main.version=${version}`],
    versionArgs: ['version'],
  },
  kubeconform: {
    module: 'tools/components/go/kube-score',
    pinned: 'github.com/yannh/kubeconform',
    package: 'github.com/yannh/kubeconform/cmd/kubeconform',
    xFlags: (version) => [`-X main.version=${version}`],
    versionArgs: ['-v'],
  },
  'pod-security': {
    pinned: 'k8s.io/kubernetes',
    package: './pod-security',
    sources: ['pod-security/main.go'],
    // It prints findings, not its version.
    versionArgs: 'none',
  },
  'client-golang': {
    module: 'tools/client-golang',
    pinned: 'github.com/prometheus/client_golang',
    package: '.',
    sources: ['main.go'],
    // It prints metrics, not its version.
    versionArgs: 'none',
  },
} satisfies Readonly<Record<string, GoProgram>>;

/** What can be built. */
export type GoProgramName = keyof typeof goPrograms;

/** The names of what can be built. */
export const goProgramNames: readonly string[] = Object.keys(goPrograms);

/** Whether a program of this name can be built. */
export function isGoProgram(name: string): name is GoProgramName {
  return Object.hasOwn(goPrograms, name);
}

function kubernetes(name: string): GoProgram {
  return { pinned: 'k8s.io/kubernetes', package: `k8s.io/kubernetes/cmd/${name}`, xFlags: kubernetesVersion };
}

/** Without it the server calls itself v0.0.0, and a chart with a kubeVersion is refused. */
function kubernetesVersion(version: string): string[] {
  const [major = '', minor = ''] = version.split('.');
  const at = '-X k8s.io/component-base/version';
  return [`${at}.gitVersion=v${version}`, `${at}.gitMajor=${major}`, `${at}.gitMinor=${minor}`];
}

function prometheusProgram(name: string, environment: string): GoProgram {
  return {
    pinned: prometheus,
    package: `${prometheus}/cmd/${name}`,
    environment,
    xFlags: commonVersion,
    // Its Go module calls release 3.15.0 v0.315.0.
    release: (version) =>
      version.replace(/^0\.(\d)(\d\d)\./, (_, major: string, minor: string) => `${major}.${Number(minor)}.`),
  };
}

/** How a program is built, with what its module pins. */
export interface GoRecipe {
  readonly name: string;
  readonly folder: string;
  readonly version: string;
  readonly minimumGo: string;
  readonly environment: string | undefined;
  readonly versionArgs: readonly string[] | undefined;
  readonly args: readonly string[];
  readonly files: readonly string[];
}

/** Returns all that decides on a binary but the Go release: its module, version, and the arguments of "go build". */
export function goRecipe(name: GoProgramName): GoRecipe {
  const program: GoProgram = goPrograms[name];
  const folder = path.join(root, program.module ?? 'tools/components/go');
  const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
  const goMod = read('go.mod');
  const version = releaseOf(program, goMod);
  return {
    name,
    folder,
    version,
    minimumGo: firstGroup(/^go (\S+)$/m, goMod),
    environment: program.environment,
    versionArgs: program.versionArgs === 'none' ? undefined : (program.versionArgs ?? ['--version']),
    args: buildArgs(program, version),
    files: [goMod, read('go.sum'), ...(program.sources ?? []).map(read)],
  };
}

function releaseOf({ pinned, release = (version) => version }: GoProgram, goMod: string): string {
  const line = new RegExp(String.raw`^\s+${pinned.replaceAll('.', String.raw`\.`)} v(\S+)`, 'm');
  return release(firstGroup(line, goMod));
}

function firstGroup(pattern: RegExp, goMod: string): string {
  const found = pattern.exec(goMod)?.[1];
  if (found === undefined) throw new Error(`no line like ${String(pattern)} in the go.mod`);
  return found;
}

function buildArgs(program: GoProgram, version: string): readonly string[] {
  const linker = ['-s', '-w', ...(program.xFlags?.(version) ?? [])].join(' ');
  const reproducible = ['-mod=readonly', '-trimpath', '-buildvcs=false'];
  return [...reproducible, '-tags', tags, '-ldflags', linker, program.package ?? program.pinned];
}

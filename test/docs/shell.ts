import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryDirectory } from '../support/folder';
import { type HelmRun, helm, kubectl } from '../support/helm';
import { helmsAt } from '../support/share';
import { run } from '../../src/cli';
import { CLUSTER_TRIALS, shellWords, tryHelm, tryKubectl } from './cluster';
import { type Block, ROOT } from './markdown';

/** What a reader has: a clone, values files, one of Coder's own chart, and a file with the password of the database. */
export function clone(): string {
  const directory = temporaryDirectory();
  for (const folder of ['charts', 'dist', 'examples']) {
    fs.cpSync(path.join(ROOT, folder), path.join(directory, folder), { recursive: true });
  }
  fs.copyFileSync(path.join(ROOT, 'examples/minimal.yaml'), path.join(directory, 'values.yaml'));
  fs.writeFileSync(path.join(directory, 'old-values.yaml'), 'postgres: {default: {enable: false}, host: db}\n');
  fs.copyFileSync(path.join(ROOT, 'examples/minimal.yaml'), path.join(directory, 'database.yaml'));
  fs.writeFileSync(path.join(directory, 'password.env'), 'password=secret\n');
  return directory;
}

/** The words of each command of a block, comments left out. */
export function commandsOf({ text }: Block): readonly (readonly string[])[] {
  const lines = text.replaceAll(/\\\n/g, ' ').split('\n');
  return lines.map(wordsOf).filter((words) => words.length > 0);
}

function wordsOf(line: string): readonly string[] {
  return shellWords(line.replace(/(^|\s)#.*$/, ''));
}

type Trial = (args: readonly string[]) => Promise<string | undefined>;

/**
 * How each command that the documentation uses is tried, without a cluster and a registry: for real where it can be, and by looking
 * at what it names otherwise. Returns what is wrong.
 */
const TRIALS: Readonly<Record<string, Trial>> = {
  ...CLUSTER_TRIALS,
  'helm install': (args) => helmInstall(args),
  'helm get': (args) => tryHelm(['get', ...beforeRedirection(args)]),
  'helm upgrade': (args) => helm4(['upgrade', ...args]),
  'helm history': (args) => tryHelm(['history', ...args]),
  'helm rollback': (args) => tryHelm(['rollback', ...args]),
  'helm template': (args) => helmTemplate(beforeRedirection(args)),
  'kubectl apply': (args) =>
    args.includes('--kustomize') ? kustomize(args) : tryKubectl(['apply', ...args.map(givenFile)]),
  'kubectl get': (args) => tryKubectl(['get', ...args.map(made)]),
  'kubectl kustomize': ([directory = '']) => checkOverlay(directory),
  'kubectl diff': (args) => kustomize(args),
  'kubectl delete': (args) => tryKubectl(['delete', ...args]),
  'kubectl create': (args) => dryRun(args),
  'npm start': ok,
  'npm test': (args) => namedPaths(args),
  'npm run': (args) => Promise.resolve(scripts().includes(args[0] ?? '') ? undefined : 'no such script'),
  'npm install': ok,
  'git diff': (args) => namedPaths(args.slice(1), process.cwd()),
  'node tools/run.cjs': ([name]) => namedPaths([`tools/commands/${name ?? ''}.ts`]),
};

function beforeRedirection(args: readonly string[]): readonly string[] {
  const end = args.indexOf('>');
  return end < 0 ? args : args.slice(0, end);
}

function ok(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/** Tries one command in the current directory; returns what is wrong. */
export async function tryCommand(words: readonly string[]): Promise<string | undefined> {
  const command = words.filter((word) => !/^[A-Z_]+=/.test(word));
  const trial = TRIALS[command.slice(0, 2).join(' ')];
  makeValues(command);
  const problem = trial === undefined ? 'no test knows this command' : await trial(command.slice(2));
  return problem === undefined ? undefined : `${words.join(' ')}: ${problem}`;
}

/** Earlier blocks of a page have written these values. */
function makeValues(command: readonly string[]): void {
  const file = 'new-values.yaml';
  if (command[command.indexOf(file) - 1] === '--values' && !fs.existsSync(file)) fs.writeFileSync(file, '{}\n');
}

async function helmTemplate(args: readonly string[]): Promise<string | undefined> {
  const runs = await Promise.all(helmsAt(args.length).map((major) => helm(major, ['template', ...args])));
  return runs.map(failure).find((problem) => problem !== undefined);
}

/** What needs a cluster is tried without one: the flags are known, and then nobody listens. */
async function helmInstall(args: readonly string[]): Promise<string | undefined> {
  if (args.includes('--force-conflicts')) return helm4(['install', ...args]);
  return args.includes('--take-ownership') ? tryHelm(['install', ...args]) : helmTemplate(args);
}

async function helm4(args: readonly string[]): Promise<string | undefined> {
  const { stderr } = await helm('helm4', [...args, '--kube-apiserver', 'http://127.0.0.1:1']);
  return /was refused|unreachable/.test(stderr) ? undefined : stderr;
}

/** What is piped into a command is some object. */
function givenFile(word: string): string {
  return word === '-' ? path.join(ROOT, 'dist/Service.coderd.yaml') : word;
}

/** Earlier blocks of a page have written the manifests. */
function made(directory: string): string {
  if (directory === 'deploy/coder' && !fs.existsSync(directory)) run(['synth', '--out', directory]);
  return directory;
}

async function kustomize(args: readonly string[]): Promise<string | undefined> {
  const directory = made(args[args.indexOf('--kustomize') + 1] ?? '');
  return failure(await kubectl(['kustomize', directory]));
}

/** An overlay that adds nothing, and what it is piped into. */
async function checkOverlay(directory: string): Promise<string | undefined> {
  made('deploy/coder');
  fs.mkdirSync(directory);
  fs.writeFileSync(path.join(directory, 'kustomization.yaml'), 'resources: [../coder]\n');
  const { stdout } = await kubectl(['kustomize', directory]);
  fs.writeFileSync('objects.yaml', stdout);
  return run(['check', 'objects.yaml']) === 0 ? undefined : 'check failed';
}

async function dryRun(args: readonly string[]): Promise<string | undefined> {
  return failure(await kubectl(['create', ...args, '--dry-run=client', '--output=name']));
}

function failure({ code, stdout, stderr }: HelmRun): string | undefined {
  if (code !== 0) return stderr;
  return stdout.trim() === '' ? 'says nothing' : undefined;
}

function namedPaths(args: readonly string[], from = ROOT): Promise<string | undefined> {
  const missing = args.filter((arg) => !arg.startsWith('-') && !fs.existsSync(path.join(from, arg)));
  return Promise.resolve(missing.length === 0 ? undefined : `no ${missing.join(', ')}`);
}

function scripts(): readonly string[] {
  const text = fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  return Object.keys((JSON.parse(text) as { readonly scripts: Readonly<Record<string, string>> }).scripts);
}

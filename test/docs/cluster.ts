import * as path from 'node:path';
import { run, runAny } from '../../src/cli';
import { ONE, type Reply, fake, isSearch, vector } from '../observability/query/fake-prometheus';
import { type HelmRun, helm, kubectl } from '../support/helm';
import { ROOT } from './markdown';
import { unknownObject } from './resources';

/** Tries the arguments of a command; returns what is wrong. */
type Trial = (args: readonly string[]) => Promise<string | undefined>;

/** How commands that need a cluster or a server are tried without one, by their first two words. */
export const CLUSTER_TRIALS: Readonly<Record<string, Trial>> = {
  'kubectl --namespace': (args) => tryKubectl(['--namespace', ...args.map(unquoted)]),
  'kubectl get': (args) => tryKubectl(['get', ...args.map(unquoted)]),
  'kubectl auth': (args) => tryKubectl(['auth', ...args.map(unquoted)]),
  'curl --silent': (args) => Promise.resolve(tryCurl(['--silent', ...args.map(unquoted)])),
  'npx cdk8s-coder': (args) => tryCoder(args),
};

/** The words of a command line, without what its output is piped into. */
export function shellWords(line: string): readonly string[] {
  const words: readonly string[] = line.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  const end = words.indexOf('|');
  return words.slice(0, end < 0 ? words.length : end).map(unquoted);
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2');
}

/** Nobody listens there: a command line without a mistake fails at the connection, and at nothing else. */
const NOWHERE = 'http://127.0.0.1:1';

/** Tries a command line of kubectl: its flags, its JSONPath, and the names of our objects. */
export async function tryKubectl(args: readonly string[]): Promise<string | undefined> {
  const output = args.find((arg) => arg.startsWith('jsonpath='));
  const problems = await Promise.all([
    kubectl([`--server=${NOWHERE}`, ...args]).then(unlessRefused),
    output === undefined ? undefined : kubectl([...LOCAL, `--output=${output}`]).then(unlessFine),
  ]);
  return [...problems, unknownObject(args)].find((problem) => problem !== undefined);
}

/** Any object will do: what it has not is empty. */
const LOCAL = ['label', '--local', `--filename=${path.join(ROOT, 'dist/Deployment.coderd.yaml')}`, 'a=b'];

function unlessRefused({ stderr }: HelmRun): string | undefined {
  return /refused|cluster unreachable/.test(stderr) ? undefined : stderr.trim();
}

function unlessFine({ code, stderr }: HelmRun): string | undefined {
  return code === 0 ? undefined : stderr.trim();
}

const CURL_FLAGS = ['--silent', '--show-error', '--globoff', '-s', '-i'];

/** Looks at a command line of curl: flags that are known, one URL of a forwarded port, nothing that curl would expand. */
export function tryCurl(args: readonly string[]): string | undefined {
  const [url = '', ...more] = args.filter((arg) => !arg.startsWith('-'));
  const unknown = args.filter((arg) => arg.startsWith('-') && !CURL_FLAGS.includes(arg));
  if (unknown.length + more.length > 0) return `unknown: ${[...unknown, ...more].join(' ')}`;
  if (!/^http:\/\/localhost:\d+\/\S*$/.test(url)) return `no URL of a forwarded port: ${url}`;
  return /[[\]{}]/.test(url) && !args.includes('--globoff') ? `curl expands brackets: ${url}` : undefined;
}

/** Tries a command line of helm that needs a cluster. */
export async function tryHelm(args: readonly string[]): Promise<string | undefined> {
  const runs = await Promise.all(
    (['helm3', 'helm4'] as const).map((major) => helm(major, [...args, '--kube-apiserver', NOWHERE])),
  );
  return runs.map(unlessRefused).find((problem) => problem !== undefined);
}

/** Runs the command line; a question is asked of a Prometheus that knows nothing but numbers. */
async function tryCoder(args: readonly string[]): Promise<string | undefined> {
  if (args[0] !== 'query') return run(args) === 0 ? undefined : 'failed';
  const { url } = await fake(({ path: asked, parameters }) => reply(asked, parameters.get('query') ?? ''));
  return (await runAny([...args, '--url', url])) === 0 ? undefined : 'failed';
}

function reply(asked: string, expression: string): Reply {
  const groups = [{ rules: [{ name: 'CoderdDown' }] }];
  if (asked.endsWith('/rules')) return { body: JSON.stringify({ status: 'success', data: { groups } }) };
  if (isSearch(expression)) return vector([ONE, '1']);
  return vector([{ __name__: 'go_threads' }, '1']);
}

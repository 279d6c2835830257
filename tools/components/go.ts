import path from 'node:path';
import { type Ended, runChild } from '../process';
import { SetUpError } from '../setup/index.cjs';
import { binaryOfEnvironment, requireVersion } from './binary';
import { cacheKey, provide } from './cache';
import { type GoProgramName, type GoRecipe, goRecipe } from './go-modules';
import { withProgress } from './progress';

// More would take a small machine's whole memory.
const parallel = '2';

/**
 * Builds those of the named Go programs that are not in the cache yet, and returns the absolute path of each by name.
 * PROMETHEUS3 and PROMTOOL3 name binaries to use instead. Throws a SetUpError of one line if Go is missing or too old, or
 * the build fails.
 */
export async function goComponents<Name extends GoProgramName>(names: readonly Name[]): Promise<Record<Name, string>> {
  const paths: Partial<Record<Name, string>> = {};
  for (const name of names) paths[name] = await goComponent(name);
  return paths as Record<Name, string>;
}

/** One of them. */
export async function goComponent(name: GoProgramName): Promise<string> {
  const recipe = goRecipe(name);
  const given = await binaryOfEnvironment(recipe.environment, recipe.version);
  if (given !== undefined) return given;
  const key = cacheKey([recipe.files, recipe.args, await goPlatform(recipe)]);
  const folder = await provide(`${name}-${recipe.version}-${key}`, (draft) => build(recipe, path.join(draft, name)));
  return path.join(folder, name);
}

/** A Go module on disk. */
export interface GoModule {
  readonly dir: string;
  /** As in a go.sum. */
  readonly sum: string;
}

/**
 * Downloads a Go module, such as example.com/name@v1.2.3; in a folder whose go.mod pins it, the version can be left out. `env`
 * holds variables besides those of this process. Throws a SetUpError of one line.
 */
export async function goModule(module: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<GoModule> {
  const options = { cwd, env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off', ...env } };
  const { status, error, stdout, stderr } = await runChild('go', ['mod', 'download', '-json', module], options);
  if (status !== 0) {
    throw new SetUpError(`cannot get the Go module ${module}: ${error?.message ?? stderr.split('\n', 1)[0] ?? ''}`);
  }
  const { Dir, Sum } = JSON.parse(stdout) as { readonly Dir: string; readonly Sum: string };
  return { dir: Dir, sum: Sum };
}

/** The user's own Go settings stay, as they may name a mirror; what would change the binaries or download a Go does not. */
function goEnvironment(): NodeJS.ProcessEnv {
  const neutral = { GOOS: '', GOARCH: '', GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' };
  // An empty GOFLAGS would let those through that "go env -w" stored.
  return { ...process.env, ...neutral, GOFLAGS: '-buildvcs=false' };
}

/** Returns the Go release and the platform that it builds for. */
async function goPlatform(recipe: GoRecipe): Promise<string> {
  const settings = ['GOVERSION', 'GOOS', 'GOARCH', 'GOAMD64', 'GOARM64', 'GOEXPERIMENT'];
  const options = { cwd: recipe.folder, env: goEnvironment() };
  const { status, stdout } = await runChild('go', ['env', ...settings], options);
  const found = status === 0 ? (stdout.split('\n', 1)[0] ?? '') : 'none';
  if (status !== 0 || isOlder(found, recipe.minimumGo)) throw new SetUpError(whyGo(recipe, found));
  return stdout;
}

function whyGo({ name, minimumGo, environment }: GoRecipe, found: string): string {
  const instead = environment === undefined ? '' : `, or set ${environment} to a binary of yours`;
  return `this suite needs Go ${minimumGo} or later on the PATH to build ${name} (found: ${found}): install it${instead}`;
}

function isOlder(found: string, minimum: string): boolean {
  const have = numbersIn(found);
  for (const [index, part] of numbersIn(minimum).entries()) {
    const other = have[index] ?? 0;
    if (other !== part) return other < part;
  }
  return false;
}

function numbersIn(release: string): readonly number[] {
  return (release.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

async function build({ name, version, folder, args, versionArgs }: GoRecipe, target: string): Promise<void> {
  const label = `building ${name} ${version}`;
  const command = ['build', '-p', parallel, '-o', target, ...args];
  const result = await withProgress(label, () => runChild('go', command, { cwd: folder, env: goEnvironment() }));
  if (result.status !== 0) throw new SetUpError(`${label} failed: ${reasonIn(result)}`);
  if (versionArgs !== undefined) await requireVersion(target, versionArgs, version);
}

function reasonIn({ error, signal, stderr }: Ended): string {
  if (error !== undefined) return error.message;
  if (signal !== undefined) return `stopped by ${signal}`;
  const lines = stderr.split('\n').filter((line) => line !== '' && !/^(go: downloading |# )/.test(line));
  if (lines.length > 1) console.error(lines.join('\n'));
  return lines[0] ?? 'go said nothing';
}

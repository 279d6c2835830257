import * as fs from 'node:fs';
import * as path from 'node:path';
import { enumsIn } from '../../../tools/kubernetes-types/enums';
import { kubernetesTypes } from '../../../tools/kubernetes-types/print';
import type { Definitions } from '../../../tools/kubernetes-types/schema';
import { wantedTypes } from '../../../tools/kubernetes-types/wanted';

const ROOT = path.join(__dirname, '..', '..', '..');
const DEFINITIONS: Definitions = {
  'io.k8s.api.core.v1.Box': {
    description: 'Box holds things, e.g. tea. More of it.',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'Name of the box. More info: https://example.com' },
      size: { $ref: '#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity' },
      shelf: { $ref: '#/definitions/io.k8s.api.core.v1.Shelf', description: 'End of comment */' },
      modes: { type: 'array', items: { type: 'string' } },
      tags: { type: 'object', additionalProperties: { type: 'string' } },
      count: { type: 'integer', format: 'int32' },
      open: { type: 'boolean' },
    },
  },
  'io.k8s.api.core.v1.Shelf': { properties: { box: { $ref: '#/definitions/io.k8s.api.core.v1.Box' } } },
  'io.k8s.api.core.v1.Unused': { properties: {} },
  'io.k8s.api.core.v1beta1.Box': { properties: {} },
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'string' },
};

const GO = [
  'func schema_k8sio_api_core_v1_Box(ref common.ReferenceCallback) common.OpenAPIDefinition {',
  '\t\t\t\t\t"modes": {',
  '\t\t\t\t\t\t\t\t\t\tEnum:   []interface{}{"Once", "Many"},',
].join('\n');

function types(definitions = DEFINITIONS, wanted = ['Box']): string {
  return kubernetesTypes({ version: '1.2.3', definitions, enums: enumsIn(GO) }, wanted);
}

function committed(): string {
  return fs.readFileSync(path.join(ROOT, 'src/coder/constructs/kubernetes-types.ts'), 'utf8');
}

describe('the types of Kubernetes', () => {
  test('have what is wanted and what that leads to, and nothing else', () => {
    expect([...types().matchAll(/^export interface (\w+)/gm)].map(([, name]) => name)).toEqual(['Box', 'Shelf']);
  });

  test('take an expression at each place, know enumerations, and demand what the API demands', () => {
    const fields = [...types().matchAll(/^readonly (.*)$/gm)].map(([, field]) => field);
    expect(fields).toEqual([
      'name: Value<string>;',
      'size?: Value<number | string> | undefined;',
      'shelf?: Value<Shelf> | undefined;',
      'modes?: Value<ListOf<"Once" | "Many">> | undefined;',
      'tags?: Value<MapOf<string>> | undefined;',
      'count?: Value<number> | undefined;',
      'open?: Value<boolean> | undefined;',
      'box?: Value<Box> | undefined;',
    ]);
  });

  test('say the first sentence of each description, which cannot end its comment', () => {
    const comments = [...types().matchAll(/^\/\*\* (.*) \*\/$/gm)].map(([, text]) => text);
    expect(comments).toEqual(['Box holds things, e.g. tea.', 'Name of the box.', 'End of comment *\u200b/.']);
  });

  test('refuse a name that Kubernetes does not have, or has twice', () => {
    expect(() => types(DEFINITIONS, ['Bax'])).toThrow('k8s.Bax: expected one stable type of Kubernetes, found none');
    const twice = { ...DEFINITIONS, 'io.k8s.api.apps.v1.Box': {} };
    expect(() => types(twice)).toThrow(/found io\.k8s\.api\.core\.v1\.Box, io\.k8s\.api\.apps\.v1\.Box/);
  });

  test('are of the newest stable version of their group', () => {
    const versions = ['v2', 'v10', 'v9', 'v11beta1'].map((version) => [`io.k8s.api.core.${version}.Pan`, version]);
    const definitions = Object.fromEntries(
      versions.map(([name = '', version = '']) => [name, { description: `${version}.`, properties: {} }]),
    );
    expect(types(definitions, ['Pan'])).toContain('/** v10. */');
  });

  test('in the package are of the release of Kubernetes that the end-to-end suite runs', () => {
    const pinned = fs.readFileSync(path.join(ROOT, 'tools/components/go/go.mod'), 'utf8');
    const [, version] = /\sk8s\.io\/kubernetes v(\S+)/.exec(pinned) ?? [];
    expect(committed()).toContain(`Kubernetes ${String(version)} by`);
  });

  test('in the package have every type that the values and the model use', () => {
    for (const name of wantedTypes()) expect(committed()).toContain(`export interface ${name} {`);
  });
});

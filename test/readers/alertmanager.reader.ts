import * as fs from 'node:fs';
import * as path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { alertmanagerFiles } from '../../src/cli';
import { goModule } from '../../tools/components';
import { root } from '../../tools/setup/index.cjs';

const OPERATOR = 'github.com/prometheus-operator/prometheus-operator';
const DEFINITION = 'example/prometheus-operator-crd/monitoring.coreos.com_alertmanagerconfigs.yaml';

interface Definition {
  readonly spec: {
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: object } }[];
  };
}

test('the definition of an AlertmanagerConfig, in the pinned release of the Prometheus Operator, allows the generated one', async () => {
  const { dir } = await goModule(OPERATOR, path.join(root, 'tools/components/go'));
  const { spec } = parse(fs.readFileSync(path.join(dir, DEFINITION), 'utf8')) as Definition;
  const schema = spec.versions.find(({ name }) => name === 'v1alpha1')?.schema.openAPIV3Schema;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, code: { regExp } });
  const isValid = ajv.compile(closed(schema) as object);
  const placement = { releaseName: 'prod', namespace: 'team-a' };
  const object: unknown = parse(alertmanagerFiles({ values: {}, placement }).get('AlertmanagerConfig.yaml') ?? '');
  expect([isValid(object), isValid.errors]).toEqual([true, null]);
  expect(isValid({ ...(object as object), spec: { inhibitRule: [] } })).toBe(false);
});

/** Of Go's patterns, one kind is unknown to JavaScript. */
const regExp = Object.assign((pattern: string) => new RegExp(pattern.replaceAll('(?i)', '')), { code: 'regExp' });

/** A server prunes keys that it does not know: here they are mistakes. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)] as const);
  const isOpen = !('properties' in schema) || !('type' in schema) || 'x-kubernetes-preserve-unknown-fields' in schema;
  return { ...Object.fromEntries(entries), ...(isOpen ? {} : { additionalProperties: false }) };
}

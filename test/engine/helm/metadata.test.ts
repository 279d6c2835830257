import { parse } from 'yaml';
import type { ChartDependency, ChartMetadata } from '../../../src/engine/helm';
import { type JsonSchema, type Section, bool, labels, section } from '../../../src/engine/values';
import { ALL, LEAST, VALUES, chart } from './charts';

describe('Chart.yaml', () => {
  test('says every field', () => {
    expect(parse(chart(ALL).get('Chart.yaml') ?? '')).toEqual({ ...ALL, apiVersion: 'v2', type: 'application' });
  });

  test('says no field that is not given', () => {
    expect(parse(chart(LEAST).get('Chart.yaml') ?? '')).toEqual({ ...LEAST, apiVersion: 'v2', type: 'application' });
    expect(chart({ ...LEAST, maintainers: [{ name: 'a' }] }).get('Chart.yaml')).not.toContain('email');
  });

  test.each([
    ['name', 'Web', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "Web"'],
    ['name', 'a.b', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "a.b"'],
    ['version', '1.0', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.0"'],
    ['name', 'a-', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "a-"'],
    ['name', '-a', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "-a"'],
    ['name', 'a b', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "a b"'],
    ['version', '1.2.3 ', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.3 "'],
    ['version', '01.2.3', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "01.2.3"'],
    ['version', '1.02.3', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.02.3"'],
    ['version', '1.2.03', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.03"'],
    ['version', '1.2.3-01', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.3-01"'],
    ['version', '1.2.3-a.01', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.3-a.01"'],
    ['version', '1.2.3-', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.3-"'],
    ['version', '1.2.3+', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.3+"'],
    ['version', '1.2.3+a_b', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.2.3+a_b"'],
    ['version', 'v1.0.0', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "v1.0.0"'],
  ])('is refused with the %s %s in one line', (field, text, message) => {
    expect(() => chart({ ...LEAST, [field]: text })).toThrow(new Error(message));
  });
});

test.each([
  ['a', '0.0.0'],
  ['a1-b2-c', '10.20.30'],
  ['1', '1.2.3-0.10.a1-b.-+001.b-1'],
  ['web-2', '1.2.3-12a.x+7'],
])('%s %s is a name and a version', (name, version) => {
  expect(parse(chart({ ...LEAST, name, version }).get('Chart.yaml') ?? '')).toMatchObject({ name, version });
});

describe('the schema of a chart with subcharts', () => {
  const cache = { name: 'cache', version: '1.0.0' };
  const switched = section('Values.', {
    cache: section('A cache.', { enabled: bool({ description: 'Installs it.', default: false }) }),
    count: bool({ description: 'A switch.', default: false }),
  });

  function schemaOf(metadata: Partial<ChartMetadata>, values: Section = VALUES): JsonSchema {
    return JSON.parse(chart({ ...LEAST, ...metadata }, values).get('values.schema.json') ?? '') as JsonSchema;
  }

  test('takes their values under their names, or their aliases, and no other new key', () => {
    const { properties = {}, ...root } = schemaOf({ dependencies: [cache, { ...cache, alias: 'second' }] });
    expect(properties['cache']).toEqual({ type: 'object', description: 'Values of the subchart "cache".' });
    expect(properties['second']).toEqual({ type: 'object', description: 'Values of the subchart "second".' });
    expect(Object.keys(properties)).toEqual([...Object.keys(schemaOf({}).properties ?? {}), 'cache', 'second']);
    expect(root).toMatchObject({ additionalProperties: false });
  });

  test('takes tags where a subchart has one', () => {
    const tags = (...dependencies: readonly ChartDependency[]): unknown =>
      schemaOf({ dependencies }).properties?.['tags'];
    expect([tags(cache), tags({ ...cache, tags: [] })]).toEqual([undefined, undefined]);
    expect(tags(cache, { ...cache, alias: 'b', tags: ['more'] })).toEqual({
      type: 'object',
      description: 'Switches subcharts on and off by their tags.',
    });
  });

  test('takes them beside those of a section with that name, which is closed otherwise', () => {
    const closed = schemaOf({}, switched).properties?.['cache'];
    const { additionalProperties, ...open } = closed ?? {};
    expect(additionalProperties).toBe(false);
    expect(schemaOf({ dependencies: [cache] }, switched).properties?.['cache']).toEqual(open);
  });

  test.each([
    ['count', VALUES],
    ['count', switched],
    ['map', section('Values.', { map: labels({ description: 'Labels.', default: {} }) })],
  ])('is not written where another value is called %s too', (name, values) => {
    expect(() => schemaOf({ dependencies: [{ name, version: '1.0.0' }] }, values)).toThrow(
      `values.${name}: expected a section, since a subchart is called like it; rename the value, or give the dependency an alias`,
    );
  });
});

import { stringify } from 'yaml';
import { checkValues, valuesSchema } from '../../../src/engine/values';
import { chartRenderer } from '../../support/go-template';
import { LEAST, VALUES as NEVER_CHANGED, chart } from './charts';
import { FILES, REUSED, VALUES, seenIn } from './newer';

function seenWith(valuesYaml: string, values: object): unknown {
  const render = chartRenderer(new Map([...FILES, ['values.yaml', valuesYaml]]));
  return seenIn(render({ release: 'a', namespace: 'b', values: values as never }).get('templates/map.yaml') ?? '');
}

describe('with the values of an older chart', () => {
  test.each(REUSED)('%s', (_, older, seen) => {
    const found = (): unknown => seenWith(stringify(older), {});
    if (typeof seen === 'string') expect(found).toThrow(new Error(seen));
    else expect(found()).toEqual(seen);
  });

  test('a section of newer ones that is no map is refused', () => {
    expect(() => seenWith('more: x\n', {})).toThrow(new Error('values.more: expected object (a map), got string'));
  });

  test('and the chart itself takes null for null', () => {
    const seen = seenWith(FILES.get('values.yaml') ?? '', { added: null, web: null });
    expect(seen).toEqual({ data: { fixed: 'g', old: 'a', later: '{{ f }}' }, count: 7 });
  });
});

describe('the version of the chart', () => {
  test('is in its values, where some are newer than others, and may be in values files', () => {
    expect(FILES.get('values.yaml')).toMatch(/^chartVersion: 0\.3\.1$/m);
    expect(valuesSchema(VALUES).properties).toHaveProperty('chartVersion');
    checkValues(VALUES, { chartVersion: '0.2.0' });
    expect(() => {
      checkValues(VALUES, { chartVersion: 1 });
    }).toThrow('values.chartVersion: expected string (the version of a chart), got number 1');
  });

  test('is nowhere else, nor are templates that read it', () => {
    const texts = [...chart(LEAST).values()];
    expect(texts.filter((text) => /chartVersion|addNewer|addMissing|\.newer/.test(text))).toEqual([]);
    expect(() => {
      checkValues(NEVER_CHANGED, { chartVersion: '0.2.0' });
    }).toThrow(/^values\.chartVersion: expected one of the keys count, got an unknown key/);
  });
});

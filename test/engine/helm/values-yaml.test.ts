import { parse } from 'yaml';
import { defaultsOf, bool, choice, intChoice, labels, manifest, section, text } from '../../../src/engine/values';
import { LEAST, chart } from './charts';

const WORDS = Array.from({ length: 60 }, (_, i) => `word${String(i)}`).join(' ');

const VALUES = section(`All. ${WORDS}`, {
  name: text({ description: `A name. ${WORDS}`, default: 'yes' }),
  odd: text({ description: 'Odd.', default: 'a: "b" #c' }),
  kind: choice(['A', 'B'], { description: 'A kind.', default: 'A' }),
  web: section('The web.', {
    port: intChoice([80, 8080], { description: 'A port.', default: 80 }),
    deep: section(`Deep. ${WORDS}`, {
      labels: labels({ description: 'Labels.', default: { a: 'b', y: 'n' } }),
      none: manifest('k8s.Affinity', { description: `Nothing. ${WORDS}`, default: {} }),
    }),
    debug: bool({ description: 'Debugs.', default: false }),
  }),
  long: text({ description: `${'x'.repeat(130)} end.`, default: 'x'.repeat(200) }),
});

const textOf = (values: typeof VALUES): string => chart(LEAST, values).get('values.yaml') ?? '';
const LINES = textOf(VALUES).split('\n');

describe('values.yaml', () => {
  test('says every default, as YAML 1.1 reads it', () => {
    expect(parse(textOf(VALUES), { version: '1.1' })).toEqual(defaultsOf(VALUES));
  });

  test('says what each value and each section is for above it, and what it may be where the set is closed', () => {
    const short = LINES.filter((line) => !line.includes('word'));
    expect(short.slice(0, -5).join('\n')).toBe(`
name: "yes"

# -- Odd.
odd: 'a: "b" #c'

# -- A kind. One of "A", "B".
kind: A

# The web.
web:
  # -- A port. One of 80, 8080.
  port: 80
  deep:
    # -- Labels.
    labels:
      a: b
      "y": "n"
    none: {}
  # -- Debugs.
  debug: false
`);
  });

  test('has comments of at most 120 characters, filled as far as words go, and loses no word', () => {
    const comments = LINES.filter((line) => line.trimStart().startsWith('#') && line.includes('word'));
    expect(Math.max(...comments.map((line) => line.length))).toBeLessThanOrEqual(120);
    const joined = comments.map((line) => line.replace(/^ *# /, '')).join(' ');
    expect(joined).toBe(`All. ${WORDS} -- A name. ${WORDS} Deep. ${WORDS} -- Nothing. ${WORDS}`);
    for (const [i, line] of comments.entries()) {
      const [next = ''] = comments[i + 1]?.replace(/^ *# /, '').split(' ') ?? [];
      if (next.startsWith('word')) expect(`${line} ${next}`.length).toBeGreaterThan(120);
    }
  });

  test('keeps a word that is longer than a line whole', () => {
    expect(LINES.slice(-5)).toEqual(['# --', `# ${'x'.repeat(130)}`, '# end.', `long: ${'x'.repeat(200)}`, '']);
  });
});

import { EVERY_RULE } from './rules-support';

/** The values that an annotation shows: how, and what follows. */
function shownIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{ (\w+) [^}]*\}\}(B?)/g)].map(([, how = '', unit = '']) => how + unit);
}

const ALERTS = EVERY_RULE.filter(({ alert }) => alert !== undefined).map(({ where, expr, annotations = {} }) => {
  return { where, expr, shown: Object.values(annotations).flatMap(shownIn) };
});

describe('an alert', () => {
  test('shows bytes in powers of 1024, and nothing else', () => {
    const isRight = (shown: string): boolean => (shown === 'humanize1024B') === /1024|B$/.test(shown);
    expect(ALERTS.filter(({ shown }) => !shown.every(isRight))).toEqual([]);
  });

  test('about bytes shows bytes', () => {
    const aboutBytes = ALERTS.filter(({ expr }) => /_bytes[^()]*\) > /.test(expr));
    expect(aboutBytes.length).toBeGreaterThan(0);
    expect(aboutBytes.filter(({ shown }) => !shown.includes('humanize1024B'))).toEqual([]);
  });
});

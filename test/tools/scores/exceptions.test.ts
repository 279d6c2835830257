import { type Exception, type Finding, problemsOf, readExceptions, tableOf } from '../../../tools/scores';

const TOKEN = 'checkov/CKV_K8S_38';
const finding = (check: string, subject = 'minimal'): Finding => ({ check, subject, what: 'Deployment coderd: bad' });
const exception = (findings: Exception['findings'], checks = ['a/one', 'b/one']): Exception => ({
  kind: 'one of many',
  checks,
  reason: 'It is so.',
  findings,
});

describe('the exceptions of the scores', () => {
  test('let findings pass of which there are as many as they say, by all checks of one kind', () => {
    const found = [finding('a/one'), finding('b/one'), finding('a/one', 'dist')];
    expect(problemsOf(found, [exception({ minimal: 2, dist: 1 })])).toEqual([]);
  });

  test('let nothing else pass: no other check, and no other example', () => {
    const found = [finding('a/one'), finding('a/two'), finding('a/one', 'dist')];
    expect(problemsOf(found, [exception({ minimal: 1 })])).toEqual([
      'minimal: a/two: Deployment coderd: bad',
      'dist: a/one: Deployment coderd: bad',
    ]);
  });

  test.each([0, 1, 3])('are wrong where there are %d findings instead of two', (count) => {
    const found = Array.from({ length: count }, () => finding('a/one'));
    expect(problemsOf(found, [exception({ minimal: 2 })])).toEqual([
      `exceptions.yaml, one of many: expected 2 findings in minimal, got ${String(count)}; correct or remove it`,
    ]);
  });

  test('are wrong where they expect nothing', () => {
    expect(problemsOf([], [exception({ minimal: 0 })])).toHaveLength(1);
    expect(problemsOf([], [exception({})])).toEqual([
      'exceptions.yaml, one of many: expected checks, a reason and findings; remove it if nothing is found',
    ]);
  });

  test('are of five kinds at most', () => {
    const six = Array.from({ length: 6 }, () => exception({ minimal: 1 }));
    expect(problemsOf([finding('a/one')], six)).toEqual(['exceptions.yaml: expected at most 5 kinds, got 6']);
    expect(problemsOf([finding('a/one')], six.slice(1))).toEqual([]);
  });

  test('are none in production, but for the token', () => {
    const found = [finding('a/one', 'production'), finding(TOKEN, 'production')];
    const both = [exception({ production: 1 }, ['a/one']), exception({ production: 1 }, [TOKEN])];
    expect(problemsOf(found, both)).toEqual([
      `exceptions.yaml, one of many: production may have no exception but ${TOKEN}`,
    ]);
  });

  test('of the project keep these rules, and none is about what is not scored', () => {
    const all = readExceptions();
    const found = all.flatMap(({ checks, findings }) =>
      Object.entries(findings).flatMap(([subject, count]) =>
        Array.from({ length: count }, () => finding(checks[0] ?? '', subject)),
      ),
    );
    expect(problemsOf(found, all)).toEqual([]);
  });
});

test('the table says of each example what is well, wrong, excepted and newer.', () => {
  const scores = [
    { subject: 'dist', passed: 3, findings: [finding('a/one', 'dist'), finding('a/two', 'dist')] },
    { subject: 'minimal', passed: 4, findings: [], newer: 1 },
  ];
  expect(tableOf([{ title: 'a tool', scores }], [exception({ dist: 1 })]).split('\n')).toEqual([
    '         a tool',
    'dist     3 well, 1 wrong, 1 excepted',
    'minimal  4 well, 1 newer',
  ]);
});

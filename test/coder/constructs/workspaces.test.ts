import { Testing } from 'cdk8s';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { not, ref } from '../../../src/engine/expr';
import { coder } from '../../docs/coder';

const ACCOUNT = 'ServiceAccount/environments';

function two(one: CoderProps, other: CoderProps): () => void {
  return () => {
    const chart = Testing.chart();
    new Coder(chart, 'one', one);
    new Coder(chart, 'two', { releaseName: 'two', ...other });
  };
}

describe('the account of workspaces', () => {
  test.each(['coder', 'prod'])('is the one that coderd asks for in the release %s too', (release) => {
    expect(coder({}, release)).toHaveProperty([ACCOUNT]);
  });

  test('is never that of coderd, whose permissions workspaces must not have', () => {
    for (const create of [true, false])
      expect(() => coder({ serviceAccount: { create, name: 'environments' } })).toThrow(
        'values.serviceAccount.name: expected another name than that of the account of workspaces',
      );
  });

  test('is made by one of two releases in a namespace: the second is refused and told what to set', () => {
    expect(two({}, {})).toThrow(
      'test/two: expected workspaceServiceAccount.create false, since test/one makes the ServiceAccount "environments", got true',
    );
    expect(two({}, { workspaceServiceAccount: { create: false } })).not.toThrow();
    expect(two({ workspaceServiceAccount: { create: false } }, {})).not.toThrow();
    expect(two({}, { namespace: 'elsewhere' })).not.toThrow();
    expect(two({}, { coderd: { enabled: false } })).not.toThrow();
  });

  test('is left to Helm where only Helm knows whether both are made', () => {
    const first = ref<boolean>(['first'], 'boolean');
    const create = (of: typeof first): CoderProps => ({ workspaceServiceAccount: { create: of } });
    expect(two(create(first), create(not(first)))).not.toThrow();
  });
});

import { coder, containers, dig, variable } from '../../docs/coder';

describe('the migrations', () => {
  test('are run by the init container or by nothing: coderd itself never does', () => {
    const [coderd, ...others] = containers(coder({ coderd: { migrations: { enabled: false } } }));
    expect(others).toEqual([]);
    for (const container of [coderd, containers(coder())[0]])
      expect(dig(variable(container, 'SKIP_MIGRATIONS'), 'value')).toBe('true');
  });
});

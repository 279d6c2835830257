import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Coder } from '../../../src/coder/constructs';
import { KPLUS } from '../../support/foreign';

test.each(Object.entries(KPLUS))('pods and service account are objects of %s when its module is given', (_, module) => {
  const coder = new Coder(new Chart(new App(), 'chart'), 'coder');
  expect(coder.pods(module)).toBeInstanceOf(module.Pods);
  expect(coder.pods(module)).toBe(coder.pods(module));
  expect(coder.serviceAccount(module).name).toBe('coder');
  expect(coder.pods(kplus)).toBeInstanceOf(kplus.Pods);
});

test('another module than cdk8s-plus is refused in one line', () => {
  const coder = new Coder(new Chart(new App(), 'chart'), 'coder');
  for (const wrong of [undefined, {}]) {
    expect(() => coder.pods(wrong as typeof kplus)).toThrow('expected the module of cdk8s-plus, which has Pods');
    expect(() => coder.serviceAccount(wrong as typeof kplus)).toThrow('which has ServiceAccount');
  }
});

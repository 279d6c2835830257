import { runAny } from '../../src/cli';
import { type Fake, type Series, vector, watching } from '../observability/query/fake-prometheus';
import { blocksIn } from './markdown';

const BLOCKS = blocksIn('text').filter(({ place }) => place.startsWith('docs/how-to/ask-prometheus.md'));

/** What a command prints. */
async function printed(...args: readonly string[]): Promise<string> {
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    expect(await runAny(['query', ...args])).toBe(0);
    return log.mock.calls.map(([line]) => `${String(line)}\n`).join('');
  } finally {
    log.mockRestore();
  }
}

/** A Prometheus whose answer is the first that fits the expression. */
function prometheus(...answers: readonly (readonly [RegExp, ...(readonly Series[])])[]): Promise<Fake> {
  return watching((expression) => {
    const [, ...series] = answers.find(([part]) => part.test(expression)) ?? [/./];
    return vector(...series);
  }, '12');
}

function routes(...values: readonly string[]): readonly Series[] {
  const paths = ['GET /api/v0/workspaces/{id}', 'GET /api/v0/users/{id}', 'POST /api/v0/workspaces'];
  return paths.map((route, i) => {
    const [method = '', path = ''] = route.split(' ');
    return [{ method, path }, values[i] ?? ''];
  });
}

describe('the outputs on the page about queries are what the command prints:', () => {
  test('the answer about seats', async () => {
    const { url } = await prometheus(
      [/days/, [{}, '196.18']],
      [/unix/, [{}, '1812326400']],
      [/ \/ /, [{}, '0.5']],
      [/ - /, [{}, '250']],
      [/limit/, [{}, '500']],
      [/count/, [{}, '250']],
    );
    expect(await printed('seats', '--url', url)).toBe(BLOCKS[0]?.text);
  });

  test('the answer about routes', async () => {
    const { url } = await prometheus(
      [/quantile/, ...routes('199', '90.7', '1861')],
      [/ or /, ...routes('0', '0', '0.0123')],
      [/./, ...routes('2.42', '1.81', '0.406')],
    );
    expect(await printed('routes', '--window', '1h', '--url', url)).toBe(BLOCKS[1]?.text);
  });

  test('the list of questions', async () => {
    expect(await printed()).toBe(BLOCKS[2]?.text);
    expect(BLOCKS).toHaveLength(3);
  });
});

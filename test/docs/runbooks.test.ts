import { runbookFiles } from '../../tools/pages';
import { shellWords, tryCurl, tryHelm, tryKubectl } from './cluster';
import { codeIn, proseOf } from './markdown';

const PROGRAMS = {
  kubectl: tryKubectl,
  helm: tryHelm,
  curl: (args: readonly string[]) => Promise.resolve(tryCurl(args)),
};

/** Commands that stand in the sentences of a page. */
function commandsIn(text: string): readonly string[] {
  return codeIn(proseOf({ file: '', text })).filter((code) => /^(kubectl|helm|curl) /.test(code));
}

async function tryLine(line: string): Promise<string | undefined> {
  const [program = '', ...args] = shellWords(line);
  return PROGRAMS[program as keyof typeof PROGRAMS](args);
}

const COMMANDS = [...new Set([...runbookFiles().values()].flatMap(commandsIn))].sort();

describe('the commands in the runbooks', () => {
  test('are more than a few', () => {
    expect(COMMANDS.length).toBeGreaterThan(15);
  });

  test.each(COMMANDS)('have no mistake that their program notices: %s', async (line) => {
    expect(await tryLine(line)).toBeUndefined();
  });

  test.each([
    'kubectl -n coder gett pods',
    'kubectl -n coder get pods --selectors a=b',
    'kubectl -n coder logs deployment/coderd --since=1 hour',
    'kubectl -n coder get deployment coder',
    'kubectl -n coder get service/coder',
    'kubectl -n coder get deployment,servces -o yaml',
    'kubectl -n coder delete secret --selectr a=b',
    'kubectl -n coder rollout restart deployment/coder',
    'kubectl -n coder logs statefulset/coderd',
    'kubectl get prometheusses -A',
    'kubectl auth can-i list podz',
    "kubectl -n coder get pods -o jsonpath='{.items[*'",
    'helm -n coder rolback coder',
    'curl -s http://localhost/metrics',
    "curl -s 'http://localhost:9090/api/v1/series?match[]=up'",
  ])('that are wrong are noticed: %s', async (line) => {
    expect(await tryLine(line)).toEqual(expect.any(String));
  });
});

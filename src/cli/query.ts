import {
  type AskOptions,
  type Question,
  type Table,
  ask,
  prometheusClient,
  questionOf,
  tableJson,
  tableLines,
} from '../observability/query';
import { DEFAULT_VERSION } from '../coder/versions';
import { type Options, UsageError, listOf, parse, textOf } from './arguments';
import { serverAt } from './http';

/** What the command is, for `--help`. */
export const QUERY_USAGE = `cdk8s-coder query [QUESTION] [OPTIONS]

Asks a Prometheus about coderd and prints a table. Without a question, lists the questions.

  --url URL                where Prometheus is  (default: $PROMETHEUS_URL, else http://localhost:9090)
  -n, --namespace NAME     coderd in this namespace
  --job NAME               coderd of this job, such as coder/master-monitor
  --pod NAME               this pod alone
  --window DURATION        how far rates look back, such as 5m  (default: what suits the question)
  --at TIME                ask about then: 2026-01-31T12:00:00Z, or seconds since 1970  (default: now)
  --histograms FORM        classic, or native with the preset native  (default: classic)
  --output FORM            table or json  (default: table)
  --header 'NAME: VALUE'   header of each request, such as 'Authorization: Bearer ...'; may be given several times
`;

const DEFAULT_URL = 'http://localhost:9090';

/**
 * Asks a Prometheus; returns the lines to print.
 *
 * @throws UsageError for a wrong command line, QueryError when there is no answer.
 */
export async function query(args: readonly string[], env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { values, positionals } = parse(args, OPTIONS, true);
  const output = oneOf('--output', textOf(values['output']), ['table', 'json']);
  const options = askOptions(values);
  const server = serverAt(
    textOf(values['url'] ?? nonEmpty(env['PROMETHEUS_URL']) ?? DEFAULT_URL),
    listOf(values['header']),
  );
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`expected one question, got ${JSON.stringify(positionals.join(' '))}`);
  if (name === undefined) return questionLines(output);
  return tableText(
    await ask(DEFAULT_VERSION.subject, questionNamed(name), prometheusClient(server.url, server.get), options),
    output,
  );
}

const OPTIONS = {
  url: { type: 'string' },
  namespace: { type: 'string', short: 'n' },
  job: { type: 'string' },
  pod: { type: 'string' },
  window: { type: 'string' },
  at: { type: 'string' },
  histograms: { type: 'string', default: 'classic' },
  output: { type: 'string', default: 'table' },
  header: { type: 'string', multiple: true, default: [] },
} satisfies Options;

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function askOptions(values: Readonly<Record<string, unknown>>): AskOptions {
  const given = (key: string): string | undefined => (values[key] === undefined ? undefined : textOf(values[key]));
  return {
    selection: { namespace: given('namespace'), job: given('job'), pod: given('pod') },
    window: checked('--window', given('window'), DURATION, 'a duration such as 5m or 1h30m'),
    time: checked('--at', given('at'), TIME, 'a time such as 2026-01-31T12:00:00Z, or seconds since 1970'),
    histograms: oneOf('--histograms', textOf(values['histograms']), ['classic', 'native']),
  };
}

const DURATION = /^(?=.*[1-9])(\d+[yY])?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
const TIME = /^(\d+(\.\d+)?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d))$/;

function checked(option: string, given: string | undefined, allowed: RegExp, what: string): string | undefined {
  if (given === undefined || allowed.test(given)) return given;
  throw new UsageError(`${option}: expected ${what}, got ${JSON.stringify(given)}`);
}

function oneOf<const T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given);
  if (found === undefined)
    throw new UsageError(`${option}: expected ${allowed.join(' or ')}, got ${JSON.stringify(given)}`);
  return found;
}

function questionNamed(name: string): Question {
  const { subject } = DEFAULT_VERSION;
  const question = questionOf(subject, name);
  const names = subject.questions.map((one) => one.name).join(', ');
  if (question === undefined) throw new UsageError(`expected a question (${names}), got ${JSON.stringify(name)}`);
  return question;
}

function questionLines(output: 'table' | 'json'): readonly string[] {
  const { questions } = DEFAULT_VERSION.subject;
  if (output === 'json')
    return [
      JSON.stringify(
        questions.map(({ name, about }) => ({ name, about })),
        undefined,
        2,
      ),
    ];
  const width = Math.max(...questions.map(({ name }) => name.length));
  return questions.map(({ name, about }) => `${name.padEnd(width)}   ${about}`);
}

function tableText(table: Table, output: 'table' | 'json'): readonly string[] {
  return output === 'json' ? [tableJson(table)] : tableLines(table);
}

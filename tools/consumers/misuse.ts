/** Props that must not compile, each with what the compiler has to say of it. */
export const MISTAKES = [
  { props: `{ coderd: { extraEnv: [{ nam: 'A' }] } }`, says: /'nam' does not exist in type '.*EnvVar/ },
  { props: `{ coderd: { env: { A: { vale: 'a' } } } }`, says: /'vale' does not exist in type '.*Variable/ },
  { props: `{ coderd: { env: { A: { value: 'a', valueFrom: {} } } } }`, says: /not assignable to type '.*Variable/s },
  { props: `{ coderd: { replica: 3 } }`, says: /'replica' does not exist in type .*Did you mean to write 'replicas'/s },
  { props: `{ coderd: { replicas: '3' } }`, says: /not assignable to type '.*number/ },
  {
    props: `{ coderd: { sidecars: [{ name: 'a', imagePullPolicy: 'Often' }] } }`,
    says: /'"Often"' is not assignable to type '.*"IfNotPresent"/,
  },
  { props: `{ coderd: { tolerations: [{ operator: 'Is' }] } }`, says: /'"Is"' is not assignable to type '.*"Exists"/ },
  { props: `{ coderd: { extraVolumeMounts: [{ name: 'a' }] } }`, says: /'mountPath' is missing/ },
  { props: `{ commonLabels: { a: 1 } }`, says: /Type 'number' is not assignable to type '.*string/ },
  { props: `{ metrics: { monitor: { relabelings: [{ action: 'drop' }] } } }`, says: /'regex' is missing/ },
] as const;

/** A program of those props, and one whose compiler is told to expect each. */
export function misuse(isExpected: boolean): string {
  const lines = MISTAKES.map(({ props }, i) => {
    const expected = isExpected ? '// @ts-expect-error a mistake\n' : '';
    return `${expected}export const props${i}: CoderProps = ${props};\n`;
  });
  return `import type { CoderProps } from 'cdk8s-coder';\n\n${lines.join('\n')}`;
}

/** Props that must compile: fields of current Kubernetes, and expressions inside lists, maps and objects. */
export const GOOD_USE = `import type { CoderProps } from 'cdk8s-coder';
import { ifElse, interpolate, toExpr } from 'cdk8s-coder/engine';

const host = toExpr<string>('db.example.com');

export const props: CoderProps = {
  commonLabels: { host },
  coderd: {
    env: { DB_HOST: { value: host }, DB_PASSWORD: { valueFrom: { secretKeyRef: { name: 'db', key: host } } } },
    extraEnv: [{ name: 'U', value: interpolate\`https://\${host}\` }],
    extraInitContainers: [{ name: 'a', image: 'b', restartPolicy: 'Always', args: ['--to', host] }],
    extraVolumes: [{ name: 'tools', image: { reference: 'tools:1', pullPolicy: ifElse<'Always' | 'Never'>(true, 'Always', 'Never') } }],
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    resources: { limits: { cpu: '2' } },
  },
};
`;

/** Lists of sections: the handles of an item are typed, and mistakes are found where they are declared and where they are used. */
export const SECTIONS_USE = `import { type Expr, each, forEach, values } from 'cdk8s-coder/engine';
import type { Chart } from 'cdk8s';

const HOST = values.section('A host.', {
  name: values.text({ description: 'Name.', default: 'a' }),
  port: values.int({ description: 'Port.', default: 80 }),
});
const about = { description: 'Hosts.', default: [] };
export const VALUES = values.section('Values.', {
  hosts: values.sectionList(HOST, { ...about, default: [{ port: 1 }], uniqueBy: ['name'] }),
  names: values.textList({ description: 'Names.', default: [] }),
});

export function build(chart: Chart, { hosts, names }: values.Handles<typeof VALUES>): void {
  forEach(chart, 'Hosts', hosts, (_, { port }) => port satisfies Expr<number>);
  // @ts-expect-error texts have no handles
  each(names, (name) => name);
  // @ts-expect-error no such value
  each(hosts, (host) => host.prot);
  // @ts-expect-error no such value
  values.sectionList(HOST, { ...about, default: [{ prot: 1 }] });
  // @ts-expect-error no text
  values.sectionList(HOST, { ...about, uniqueBy: ['port'] });
}
`;

import { ApiObject, Duration, Size } from 'cdk8s';
import * as kplus27 from 'cdk8s-plus-27';
import * as kplus33 from 'cdk8s-plus-33';
import { Construct } from 'constructs';

/** The releases of cdk8s-plus that the border is tried with. */
export type Kplus = typeof kplus27;

export const KPLUS: Readonly<Record<string, Kplus>> = {
  'cdk8s-plus-27': kplus27,
  'cdk8s-plus-33': kplus33 as unknown as Kplus,
};

/** Props as any cdk8s user writes them: no word of this library. */
export interface QueueProps {
  readonly image: string;
  readonly replicas: number;
  readonly memoryMebibytes: number;
  readonly verbose: boolean;
  readonly greeting: string;
  readonly password: string;
  readonly port: number;
  readonly schedule: string;
  readonly labels: Record<string, string>;
  readonly topics: string[];
}

/** A queue: a StatefulSet with its ConfigMap and Secret, a Service, a CronJob and a custom resource. */
export class Queue extends Construct {
  constructor(scope: Construct, id: string, props: QueueProps, kplus: Kplus) {
    super(scope, id);
    const config = new kplus.ConfigMap(this, 'Config', {
      metadata: { labels: props.labels },
      data: { greeting: `hello ${props.greeting}, on ${props.port}`, mode: 'strict: {{ not a template }}' },
    });
    const secret = new kplus.Secret(this, 'Secret', { stringData: { password: props.password } });
    const service = new kplus.Service(this, 'Service', { ports: [{ port: props.port, name: 'queue' }] });
    const set = new kplus.StatefulSet(this, 'Set', {
      service,
      replicas: props.replicas,
      podMetadata: { labels: props.labels },
      automountServiceAccountToken: props.verbose,
      containers: [
        {
          image: `registry.example.test/queue:${props.image}`,
          portNumber: props.port,
          args: ['--greeting', props.greeting],
          envVariables: {
            PASSWORD: kplus.EnvValue.fromSecretValue({ secret: secret as kplus27.ISecret, key: 'password' }),
            GREETING: kplus.EnvValue.fromConfigMap(config as kplus27.IConfigMap, 'greeting'),
            ADDRESS: kplus.EnvValue.fromValue(`0.0.0.0:${props.port}`),
          },
          resources: { memory: { limit: Size.mebibytes(props.memoryMebibytes) } },
        },
      ],
    });
    service.select(set);
    new kplus.CronJob(this, 'Cleanup', {
      schedule: { expressionString: props.schedule },
      ttlAfterFinished: Duration.seconds(props.replicas),
      containers: [{ image: props.image }],
    });
    new ApiObject(this, 'Topics', {
      apiVersion: 'queue.example.test/v1',
      kind: 'TopicSet',
      spec: {
        topics: props.topics,
        labels: { fixed: 'yes', ...props.labels },
        replicas: props.replicas,
        verbose: props.verbose,
      },
    });
  }
}

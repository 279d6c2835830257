import { ApiObject, Chart, type ChartProps, Size } from 'cdk8s';
import { ConfigMap, Deployment, EnvValue, type IConfigMap } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

export interface WebChartProps extends ChartProps {
  readonly image: string;
  readonly replicas: number;
  readonly port: number;
  readonly greeting: string;
  readonly memory: number;
  readonly readOnly: boolean;
  readonly annotations: Record<string, string>;
  readonly hosts: string[];
}

/** A web server, as any cdk8s app has it. */
export class WebChart extends Chart {
  constructor(scope: Construct, id: string, props: WebChartProps) {
    super(scope, id, props);
    const config = new ConfigMap(this, 'config', { data: { greeting: `Hello, ${props.greeting}!` } });
    const deployment = new Deployment(this, 'server', {
      replicas: props.replicas,
      podMetadata: { annotations: props.annotations },
      containers: [
        {
          image: props.image,
          portNumber: props.port,
          envVariables: { GREETING: EnvValue.fromConfigMap(config as IConfigMap, 'greeting') },
          resources: { memory: { limit: Size.mebibytes(props.memory) } },
          securityContext: { readOnlyRootFilesystem: props.readOnly },
        },
      ],
    });
    const service = deployment.exposeViaService();
    new ApiObject(this, 'route', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      ...{ spec: { hostnames: props.hosts, rules: [{ backendRefs: [{ name: service.name, port: props.port }] }] } },
    });
  }
}

import { helmChartOf, values, writeDirectory } from 'cdk8s-coder/engine';
import { PROPS } from './props';
import { WebChart } from './web-chart';

const files = helmChartOf(WebChart, {
  metadata: { name: 'web', version: '1.0.0', description: 'A web server' },
  props: PROPS,
  values: {
    image: 'Image of the server.',
    replicas: (usual) => values.int({ description: 'Number of pods.', default: usual, min: 0 }),
    port: (usual) => values.int({ description: 'Port of the server.', default: usual, min: 1, max: 65535 }),
    greeting: 'Whom the server greets.',
    readOnly: 'True if the server cannot write to its image.',
    annotations: 'Annotations of the pods.',
    hosts: 'Host names of the route.',
  },
});
writeDirectory('charts/web', files);

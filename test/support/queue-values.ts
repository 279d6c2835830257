import type { Chart } from 'cdk8s';
import { asBoolean, asList, asMap, asNumber, asText, when } from '../../src/engine/border';
import { type Handles, bool, int, labels, section, text, textList } from '../../src/engine/values';
import { type Kplus, Queue } from './foreign';

/** Values of a chart for constructs that know nothing of this library. */
export const QUEUE_VALUES = section('A queue.', {
  image: text({ description: 'Tag of the image.', default: '1.2', format: 'imageTag' }),
  replicas: int({ description: 'Number of pods.', default: 1, min: 0 }),
  memory: int({ description: 'Memory in MiB.', default: 64, min: 1 }),
  verbose: bool({ description: 'Mounts a token.', default: false }),
  greeting: text({ description: 'Greeting.', default: 'world' }),
  password: text({ description: 'Password.', default: 'secret' }),
  port: int({ description: 'Port.', default: 4000, min: 1, max: 65535 }),
  schedule: text({ description: 'Schedule of the clean-up.', default: '* * * * *' }),
  labels: labels({ description: 'Labels.', default: {} }),
  topics: textList({ description: 'Topics.', default: ['news'] }),
  second: section('A second queue.', { enabled: bool({ description: 'Makes it.', default: false }) }),
});

/** The whole glue between those constructs and a parameterised chart. */
export function buildQueue(kplus: Kplus): (chart: Chart, values: Handles<typeof QUEUE_VALUES>) => void {
  return (chart, values) => {
    const props = {
      image: asText(values.image),
      replicas: asNumber(values.replicas),
      memoryMebibytes: asNumber(values.memory),
      verbose: asBoolean(values.verbose),
      greeting: asText(values.greeting),
      password: asText(values.password),
      port: asNumber(values.port),
      schedule: asText(values.schedule),
      labels: asMap(values.labels),
      topics: asList(values.topics),
    };
    new Queue(chart, 'queue', props, kplus);
    when(chart, 'Second', values.second.enabled, (inner) => {
      new Queue(inner, 'queue', { ...props, schedule: '0 0 * * *' }, kplus);
    });
  };
}

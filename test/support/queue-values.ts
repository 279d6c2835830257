import type { Chart } from 'cdk8s';
import { asBoolean, asList, asMap, asNumber, asText, forEachEntry, when } from '../../src/engine/border';
import { each, optional, toJson } from '../../src/engine/expr';
import {
  type Handles,
  bool,
  int,
  labels,
  section,
  sectionList,
  sectionMap,
  text,
  textList,
} from '../../src/engine/values';
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
  mirrors: sectionMap(
    section('A mirror.', {
      port: int({ description: 'Port.', default: 80, min: 1, max: 65535 }),
      greeting: text({ description: 'Greeting.', default: 'hello' }),
      labels: labels({ description: 'Labels.', default: {} }),
      peers: sectionList(
        section('A peer.', {
          address: text({ description: 'Address.', default: 'localhost' }),
          active: bool({ description: 'Whether it is asked.', default: true }),
        }),
        { description: 'Peers.', default: [{}] },
      ),
    }),
    { description: 'Mirrors.', default: {}, names: 'dnsLabel' },
  ),
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
    forEachEntry(chart, 'Mirrors', values.mirrors, (inner, name, mirror) => {
      const metadata = { name: asText(name), labels: { mirror: asText(name), ...asMap(mirror.labels) } };
      new kplus.Service(inner, 'service', { metadata, ports: [{ port: asNumber(mirror.port) }] });
      const peers = each(mirror.peers, ({ address, active }) => optional(active, { address }));
      const data = { greeting: `${asText(mirror.greeting)} from ${asText(name)}`, peers: asText(toJson(peers)) };
      new kplus.ConfigMap(inner, 'config', { metadata, data });
    });
    when(chart, 'Second', values.second.enabled, (inner) => {
      new Queue(inner, 'queue', { ...props, schedule: '0 0 * * *' }, kplus);
    });
  };
}

import type { CoderdFacts } from '../versions';
import { bool, choice, labels, manifestList, optionalInt, section, sectionMap, text } from '../../engine/values';
import { TOLERATIONS, TOLERATION_FIELDS } from './tolerations';
import { secretKey } from './secrets';

/** What coderd logs, and where to. */
export function logging({ humanLog }: CoderdFacts) {
  return section('What coderd and its migrations log. A destination is a path, such as /dev/stderr.', {
    verbose: bool({ description: 'Log details of coderd; its migrations always do.', default: true }),
    human: text({ description: 'Destination of lines for people.', default: humanLog }),
    json: text({ description: 'Destination of lines in JSON.', default: '' }),
    stackdriver: text({ description: 'Destination of lines for Google Cloud Logging.', default: '' }),
    splunk: section('Splunk, through its HTTP Event Collector.', {
      url: text({ description: 'URL of the collector.', default: '', format: 'url' }),
      tokenSecret: secretKey('Token of the collector.', 'token'),
      channel: text({ description: 'Channel.', default: '' }),
    }),
  });
}

/** What coderd tells Coder. */
export const telemetry = section('What coderd sends to Coder.', {
  amplitudeKey: text({ description: 'Key of Amplitude, which gets data about the use of Coder.', default: '' }),
});

/** The image that makes container-based virtual machines. */
export const envbox = section('The image that coderd starts beside workspaces that run containers.', {
  image: text({
    description: 'Whole reference; "" for image.envboxRepository, of the registry and tag of coderd.',
    default: '',
    format: 'imageReference',
  }),
});

const namespace = section('A namespace.', {
  enabled: bool({ description: 'Use it.', default: true }),
  role: choice(['Full', 'Narrow', 'None', ''], { description: 'Instead of rbac.role; "" for that.', default: '' }),
  createServiceAccount: bool({
    description: 'With workspaceServiceAccount.create, create the account there too.',
    default: true,
  }),
});

/** Where workspaces run. */
export const workspaces = section('Workspaces: their pods, which coderd makes.', {
  tolerations: manifestList<never>('k8s.Toleration', {
    description: 'Taints they tolerate.',
    default: [],
    fields: TOLERATION_FIELDS,
    variants: TOLERATIONS,
  }),
  nodeSelector: labels({ description: 'Labels that their nodes must have.', default: {} }),
  namespaces: sectionMap(namespace, {
    description: 'More namespaces, which exist, by name: each gets Role, RoleBinding, account and NetworkPolicy.',
    default: {},
    names: 'dnsLabel',
  }),
});

/** What the Go runtime of coderd knows of its container. */
export const goRuntime = section('What the Go runtime of coderd is told of coderd.resources.limits.', {
  memoryLimitPercentage: optionalInt({
    description: 'GOMEMLIMIT, in percent of the memory limit: near it, Go collects garbage more often.',
    default: '',
    min: 1,
    max: 100,
    see: 'https://go.dev/doc/gc-guide#Memory_limit',
  }),
  maxProcs: bool({
    description: 'Set GOMAXPROCS to the CPU limit, rounded up, not to the CPUs of the node.',
    default: false,
    see: 'https://pkg.go.dev/runtime#hdr-Environment_Variables',
  }),
});

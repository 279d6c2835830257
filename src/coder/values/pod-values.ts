import { type Leaf, annotations, choice, section, text, textList, textListMap } from '../../engine/values';

const POD = 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/';
const DNS = 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/';

/** What the container of coderd runs. */
export const process = {
  command: textList({
    description: 'Command of coderd, in place of its own; not of the migrations.',
    default: [],
    see: `${POD}#entrypoint`,
  }),
  args: textList({
    description: 'Arguments after that command.',
    default: [],
    see: `${POD}#entrypoint`,
  }),
};

/** How the pods find other hosts. */
export const resolution = {
  hostAliases: textListMap({
    description: 'Host names in /etc/hosts of the pods, by their addresses.',
    default: {},
    names: 'ipAddress',
    format: 'dnsSubdomain',
    see: 'https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/',
  }),
  dnsPolicy: choice(['', 'ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'], {
    description: 'Where the pods ask for names.',
    default: '',
    see: `${DNS}#pod-s-dns-policy`,
  }),
  dnsConfig: section('Beside what dnsPolicy says, or, with None, all of it.', {
    nameservers: atMost(
      3,
      textList({
        description: 'DNS servers, at most 3.',
        default: [],
        format: 'ipAddress',
        isSet: true,
        see: `${DNS}#pod-dns-config`,
      }),
    ),
    searches: atMost(
      32,
      textList({
        description: 'Domains of short names, at most 32.',
        default: [],
        format: 'dnsSubdomain',
        isSet: true,
      }),
    ),
    options: annotations({
      description: 'Options by name, such as ndots: "2".',
      default: {},
    }),
  }),
};

/** What runs the pods, and which of them first. */
export const scheduling = {
  schedulerName: text({
    description: 'Scheduler of the pods.',
    default: '',
    format: 'dnsSubdomain',
    see: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-multiple-schedulers/',
  }),
  runtimeClassName: text({
    description: 'RuntimeClass of the pods.',
    default: '',
    format: 'dnsSubdomain',
    see: 'https://kubernetes.io/docs/concepts/containers/runtime-class/',
  }),
};

/** A list of no more items than the API server takes. */
function atMost<T>(max: number, leaf: Leaf<T>): Leaf<T> {
  return { ...leaf, schema: { ...leaf.schema, size: { max } } };
}

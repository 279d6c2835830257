import { bool, manifest, section, sectionMap, text } from '../../engine/values';

const SEE = 'https://kubernetes.io/docs/concepts/storage/volumes/';

/** Of what Kubernetes knows, it takes one. */
const SOURCES = [
  'configMap',
  'secret',
  'persistentVolumeClaim',
  'emptyDir',
  'projected',
  'csi',
  'ephemeral',
  'nfs',
  'image',
  'downwardAPI',
  'hostPath',
];

const kinds = manifest<never>("Omit<k8s.Volume, 'name'>", {
  description: 'Its kind, such as secret, with its fields.',
  default: {},
});

const volume = section('A volume.', {
  source: { ...kinds, schema: { ...kinds.schema, exclusive: { of: SOURCES, isNeeded: false } } },
  mountPath: text({
    description: 'Folder; "" for none.',
    default: '',
  }),
  subPath: text({ description: 'Part of it; "" for all.', default: '' }),
  readOnly: bool({ description: 'Read only.', default: false }),
});

/** Volumes of the pods by name. */
export const volumes = sectionMap(volume, {
  description: 'Volumes by name, and their mounts in coderd and its migrations.',
  default: {},
  names: 'dnsLabel',
  see: SEE,
});

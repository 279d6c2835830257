import type { CoderdFacts } from '../versions';
import { bool, optionalInt, section, text } from '../../engine/values';
import { resources } from './amounts';
import { secretKey } from './secrets';

const VOLUMES = 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/';

/** A PostgreSQL beside coderd. */
export function evaluationDatabase({ evaluation }: CoderdFacts) {
  return section('A PostgreSQL in place of database, for trials only: one pod, no backups. Pulled as coderd is.', {
    enabled: bool({ description: 'Run it, and let coderd use it.', default: false }),
    image: text({
      description: 'An official image of PostgreSQL, or one that takes the same variables.',
      default: evaluation.image,
      format: 'imageReference',
    }),
    passwordSecret: secretKey('The password, which its first start sets.', 'password'),
    userId: optionalInt({
      description: 'User and group id, also of its volume; "" leaves them out, as required by OpenShift.',
      default: evaluation.user,
      min: 1,
    }),
    storage: section('Its volume, which stays when the release goes. Kubernetes lets nobody change this later.', {
      size: text({ description: 'Size, in bytes.', default: '10Gi', format: 'quantity', see: VOLUMES }),
      className: text({
        description: 'StorageClass; "" for that of the cluster.',
        default: '',
        format: 'dnsSubdomain',
        see: `${VOLUMES}#class-1`,
      }),
    }),
    resources: resources('postgres', evaluation.resources),
  });
}

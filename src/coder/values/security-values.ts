import type { CoderdFacts } from '../versions';
import { type Leaf, bool, choice, optionalInt, section, text, textList } from '../../engine/values';

const SEE = 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/';

/** Declared for the pod and for its containers alike. */
function seccompProfile() {
  const children = {
    type: choice(['RuntimeDefault', 'Localhost', 'Unconfined', ''], {
      description: 'Kind of profile.',
      default: 'RuntimeDefault',
      see: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    }),
    localhostProfile: text({ description: 'Path of the profile on the node, for the type Localhost.', default: '' }),
  };
  return section('Seccomp profile.', children, 'seccompProfile');
}

function user(version: CoderdFacts): Leaf<number | ''> {
  return optionalInt({
    description: 'User id; "" leaves the field out, as required by OpenShift.',
    default: version.user,
    min: 0,
    sharedAs: 'runAsUser',
    usual: version.user,
    see: SEE,
  });
}

function group(version: CoderdFacts): Leaf<number | ''> {
  return optionalInt({
    description: 'Group id.',
    default: version.group,
    min: 0,
    sharedAs: 'runAsGroup',
    usual: version.group,
    see: SEE,
  });
}

/** Security context of the pods. */
export function podSecurityContext(version: CoderdFacts) {
  return section('Security context of the pods; the defaults meet the Pod Security Standard "restricted".', {
    runAsNonRoot: bool({ description: 'Refuse to run as root.', default: true, see: SEE }),
    runAsUser: user(version),
    runAsGroup: group(version),
    fsGroup: optionalInt({
      description: 'Group that owns the volumes.',
      default: '',
      min: 0,
      see: SEE,
    }),
    seccompProfile: seccompProfile(),
  });
}

/** Security context of coderd's own containers. */
export function containerSecurityContext(version: CoderdFacts) {
  return section('Security context of coderd and its migrations; the defaults meet "restricted" too.', {
    runAsNonRoot: bool({ description: 'Refuse to run as root.', default: true, see: SEE }),
    runAsUser: user(version),
    runAsGroup: group(version),
    readOnlyRootFilesystem: bool({ description: 'Mount the root file system read-only.', default: true, see: SEE }),
    allowPrivilegeEscalation: bool({
      description: 'Allow a process to gain more privileges than its parent.',
      default: false,
      see: SEE,
    }),
    capabilities: section('Linux capabilities.', {
      drop: textList({ description: 'Capabilities to drop.', default: ['ALL'], see: SEE }),
      add: textList({ description: 'Capabilities to add.', default: [], see: SEE }),
    }),
    seccompProfile: seccompProfile(),
  });
}

import { ApiObject } from 'cdk8s';
import * as k8s27 from 'cdk8s-plus-27/lib/imports/k8s';
import * as k8s33 from 'cdk8s-plus-33/lib/imports/k8s';
import { capture } from '../../../src/engine/border';

// Kinds that can be created, of the files api/openapi-spec/swagger.json of Kubernetes 1.28.15 and 1.37.2: by whether the path of
// the request has a namespace.
const IN_NO_NAMESPACE = `
  APIService CSIDriver CSINode CertificateSigningRequest ClusterCIDR ClusterRole ClusterRoleBinding
  ClusterTrustBundle CustomResourceDefinition DeviceClass DeviceTaintRule FlowSchema IPAddress IngressClass
  MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration Namespace Node
  PersistentVolume PriorityClass PriorityLevelConfiguration ResourceClass ResourcePoolStatusRequest ResourceSlice
  RuntimeClass SelfSubjectAccessReview SelfSubjectReview SelfSubjectRulesReview ServiceCIDR StorageClass
  StorageVersion StorageVersionMigration SubjectAccessReview TokenReview ValidatingAdmissionPolicy
  ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration VolumeAttachment VolumeAttributesClass
`;
const IN_A_NAMESPACE = `
  Binding CSIStorageCapacity CompositePodGroup ConfigMap ControllerRevision CronJob DaemonSet Deployment
  EndpointSlice Endpoints Event Eviction EvictionRequest HorizontalPodAutoscaler Ingress Job Lease LeaseCandidate
  LimitRange LocalSubjectAccessReview NetworkPolicy PersistentVolumeClaim Pod PodCertificateRequest
  PodDisruptionBudget PodGroup PodSchedulingContext PodTemplate ReplicaSet ReplicationController ResourceClaim
  ResourceClaimTemplate ResourceQuota Role RoleBinding Secret Service ServiceAccount StatefulSet Workload
`;

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function namespaceOf(kind: string): unknown {
  const [object] = capture(
    (chart) => {
      new ApiObject(chart, 'Thing', { apiVersion: 'example.test/v1', kind, metadata: { name: 'thing' } });
    },
    { releaseName: 'r', namespace: 'n' },
  );
  return object?.tree['metadata'];
}

describe('an object of a model goes into the namespace of the release', () => {
  test.each(wordsOf(IN_A_NAMESPACE))('as %s', (kind) => {
    expect(namespaceOf(kind)).toEqual({ name: 'thing', namespace: 'n' });
  });

  test.each(wordsOf(IN_NO_NAMESPACE))('but not as %s', (kind) => {
    expect(namespaceOf(kind)).toEqual({ name: 'thing' });
  });

  test('or not, which is known of every kind that cdk8s-plus can make', () => {
    const classes = [...Object.values(k8s27), ...Object.values(k8s33)] as readonly object[];
    const kinds = classes.flatMap((one) => ('GVK' in one ? [(one.GVK as { readonly kind: string }).kind] : []));
    const objects = kinds.filter((kind) => !kind.endsWith('List'));
    expect(objects).toContain('Deployment');
    const known = new Set([...wordsOf(IN_NO_NAMESPACE), ...wordsOf(IN_A_NAMESPACE)]);
    // An answer, a part of an object, and a list of states that Kubernetes no longer stores.
    const others = ['ComponentStatus', 'Scale', 'Status', 'TokenRequest'];
    expect([...new Set(objects)].filter((kind) => !known.has(kind)).sort()).toEqual(others);
  });
});

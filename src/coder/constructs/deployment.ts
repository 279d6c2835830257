import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import { and, equals, isSet, merge, mergeShared, not, optional, shortenName, unlessEmpty } from '../../engine/expr';
import type { PartProps } from './part';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { metadata, selectorLabels, workloadLabels } from './metadata';
import { podSpec } from './pod';

/**
 * The Deployment of coderd.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export class CoderdDeployment extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { values, names } = part;
    const { autoscaling, coderd, commonLabels, commonAnnotations } = values;
    const labels = {
      shared: workloadLabels(part),
      fixed: { 'app.kubernetes.io/version': shortenName(values.image.tag, 63) },
    };
    new Manifest(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata(part, names.workload, labels, coderd),
      spec: tree<k8s.DeploymentSpec>({
        replicas: optional(and(not(autoscaling.enabled), isSet(coderd.replicas)), coderd.replicas),
        strategy: {
          type: coderd.strategy.type,
          rollingUpdate: optional(equals(coderd.strategy.type, 'RollingUpdate'), { ...coderd.strategy.rollingUpdate }),
        },
        selector: { matchLabels: selectorLabels(part) },
        template: {
          metadata: {
            labels: mergeShared(workloadLabels(part), {}, commonLabels, coderd.podLabels),
            annotations: unlessEmpty(merge({}, commonAnnotations, coderd.podAnnotations)),
          },
          spec: podSpec(part),
        },
      }),
    });
  }
}

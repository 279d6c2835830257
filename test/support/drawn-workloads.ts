import { Cron, Duration, Size } from 'cdk8s';
import type { ContainerProps, IConfigMap, Probe, Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Draw } from './drawn-use';
import type { Kplus } from './foreign';

/** Makes objects in a scope with the API of a release of cdk8s-plus; what it gives them is drawn. */
export type Use = (scope: Construct, kplus: Kplus, draw: Draw) => void;

const duration = (draw: Draw): Duration =>
  draw.mostly(
    () => Duration.seconds(draw.count()),
    () => Duration.minutes(draw.count()),
  );

const size = (draw: Draw): Size =>
  draw.mostly(
    () => Size.mebibytes(draw.count()),
    () => Size.gibibytes(draw.count()),
  );

const cpu = (kplus: Kplus, draw: Draw) =>
  draw.of(
    () => kplus.Cpu.millis(draw.count()),
    () => kplus.Cpu.units(draw.count()),
  )();

function probe(kplus: Kplus, draw: Draw): Probe {
  const options = draw.some({
    failureThreshold: () => draw.count(),
    initialDelaySeconds: () => duration(draw),
    periodSeconds: () => duration(draw),
    timeoutSeconds: () => duration(draw),
  });
  return draw.of(
    () => kplus.Probe.fromHttpGet(`/${draw.word()}`, { port: draw.port(), ...options }),
    () => kplus.Probe.fromHttpGet(draw.text(), { port: draw.port(), ...options }),
    () => kplus.Probe.fromCommand(draw.list(), options),
    () => kplus.Probe.fromTcpSocket({ port: draw.port(), host: draw.text(), ...options }),
  )();
}

function volume(scope: Construct, id: string, kplus: Kplus, draw: Draw): Volume {
  const { Volume: of } = kplus;
  return draw.of(
    () =>
      of.fromConfigMap(
        scope,
        id,
        new kplus.ConfigMap(scope, `${id}Map`, { data: { a: 'b', c: draw.text() } }) as IConfigMap,
        {
          name: `files-${id.toLowerCase()}`,
          ...draw.some({ defaultMode: () => draw.count(), optional: () => draw.flag() }),
          items: { a: { path: draw.text(), mode: draw.count() } },
        },
      ),
    () => of.fromEmptyDir(scope, id, draw.word(), draw.some({ sizeLimit: () => size(draw) })),
    () => of.fromHostPath(scope, id, `host-${id.toLowerCase()}`, { path: draw.text() }),
    () =>
      of.fromSecret(scope, id, kplus.Secret.fromSecretName(scope, `${id}Secret`, draw.word()), {
        name: `secret-${id.toLowerCase()}`,
      }),
    () =>
      of.fromNfs(scope, id, `nfs-${id.toLowerCase()}`, {
        server: draw.text(),
        path: draw.text(),
        readOnly: draw.flag(),
      }),
    () =>
      of.fromCsi(scope, id, draw.word(), {
        name: `csi-${id.toLowerCase()}`,
        attributes: draw.map(),
        fsType: draw.text(),
      }),
  )();
}

function mainContainer(scope: Construct, kplus: Kplus, draw: Draw): ContainerProps {
  return {
    ...container(scope, 'Main', kplus, draw),
    ...draw.some<Pick<ContainerProps, 'liveness' | 'readiness' | 'startup' | 'lifecycle'>>({
      liveness: () => probe(kplus, draw),
      readiness: () => probe(kplus, draw),
      startup: () => probe(kplus, draw),
      lifecycle: () => ({ preStop: kplus.Handler.fromCommand(draw.list()) }),
    }),
  };
}

export function container(scope: Construct, id: string, kplus: Kplus, draw: Draw): ContainerProps {
  const { EnvValue } = kplus;
  return {
    image: draw.text(),
    portNumber: draw.port(),
    securityContext: draw.some({
      user: () => draw.count(),
      ensureNonRoot: () => draw.flag(),
      readOnlyRootFilesystem: () => draw.flag(),
      privileged: () => draw.flag(),
    }),
    ...draw.some<Omit<ContainerProps, 'image' | 'portNumber'>>({
      name: () => draw.word(),
      args: () => draw.list(),
      command: () => draw.list(),
      workingDir: () => draw.text(),
      envVariables: () => ({ A: EnvValue.fromValue(draw.text()), B: EnvValue.fromValue(String(draw.count())) }),
      resources: () => ({
        ...draw.some({
          cpu: () => ({ request: cpu(kplus, draw), limit: cpu(kplus, draw) }),
          memory: () => ({ request: size(draw), limit: size(draw) }),
        }),
      }),
      volumeMounts: () => [
        {
          path: draw.text(),
          volume: volume(scope, `${id}Volume`, kplus, draw),
          ...draw.some({ subPath: () => draw.text(), readOnly: () => draw.flag() }),
        },
      ],
    }),
  };
}

const pods = (scope: Construct, kplus: Kplus, draw: Draw) => ({
  containers: [mainContainer(scope, kplus, draw)],
  ...draw.some({
    metadata: () => ({ labels: draw.map(), annotations: draw.map() }),
    podMetadata: () => ({ labels: draw.map(), annotations: draw.map() }),
    automountServiceAccountToken: () => draw.flag(),
    hostNetwork: () => draw.flag(),
    terminationGracePeriod: () => duration(draw),
    hostAliases: () => [{ ip: draw.text(), hostnames: draw.list() }],
    dns: () => ({ hostname: draw.word(), nameservers: ['1.1.1.1'], searches: draw.list() }),
    securityContext: () => ({ fsGroup: draw.count(), sysctls: [{ name: draw.word(), value: draw.text() }] }),
    serviceAccount: () => kplus.ServiceAccount.fromServiceAccountName(scope, 'Account', draw.word()),
    initContainers: () => [container(scope, 'Init', kplus, draw)],
  }),
});

const deployment: Use = (scope, kplus, draw) => {
  const { PercentOrAbsolute } = kplus;
  const made = new kplus.Deployment(scope, 'Deployment', {
    ...pods(scope, kplus, draw),
    ...draw.some({
      replicas: () => draw.count(),
      minReady: () =>
        Duration.seconds(
          draw.mostly(
            () => 5,
            () => draw.count(),
          ),
        ),
      strategy: () =>
        kplus.DeploymentStrategy.rollingUpdate({
          maxSurge: draw.of(
            () => PercentOrAbsolute.absolute(draw.count()),
            () => PercentOrAbsolute.percent(draw.count()),
          )(),
        }),
    }),
  });
  draw.maybe(() =>
    draw.of<() => unknown>(
      () => made.exposeViaService({ name: draw.word() }),
      () => made.exposeViaIngress(`/${draw.word()}`),
    )(),
  );
  draw.maybe(() => {
    made.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is(draw.word(), draw.text())));
  });
  draw.maybe(() => {
    made.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.is(draw.word(), draw.text())));
  });
};

const scaled: Use = (scope, kplus, draw) => {
  const target = new kplus.Deployment(scope, 'Deployment', {
    containers: [{ image: draw.text(), resources: { cpu: { request: cpu(kplus, draw) } } }],
  });
  new kplus.HorizontalPodAutoscaler(scope, 'Scaler', {
    target: target,
    maxReplicas: draw.count(),
    ...draw.some({
      minReplicas: () =>
        draw.mostly(
          () => 1,
          () => draw.count(),
        ),
      metrics: () => [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(draw.count()))],
      scaleUp: () => ({
        policies: [{ replicas: kplus.Replicas.absolute(draw.count()), duration: Duration.minutes(2) }],
      }),
    }),
  });
};

const statefulSet: Use = (scope, kplus, draw) => {
  const service = new kplus.Service(scope, 'Service', { ports: [{ port: draw.port() }] });
  new kplus.StatefulSet(scope, 'Set', {
    ...pods(scope, kplus, draw),
    service,
    ...draw.some({
      replicas: () => draw.count(),
      minReady: () => duration(draw),
      strategy: () => kplus.StatefulSetUpdateStrategy.rollingUpdate({ partition: draw.count() }),
    }),
  });
};

const daemonSet: Use = (scope, kplus, draw) => {
  new kplus.DaemonSet(scope, 'Daemons', {
    ...pods(scope, kplus, draw),
    ...draw.some({ minReadySeconds: () => draw.count() }),
  });
};

const job: Use = (scope, kplus, draw) => {
  new kplus.Job(scope, 'Job', {
    ...pods(scope, kplus, draw),
    ...draw.some({
      backoffLimit: () => draw.count(),
      activeDeadline: () => duration(draw),
      ttlAfterFinished: () => duration(draw),
    }),
  });
};

const cronJob: Use = (scope, kplus, draw) => {
  new kplus.CronJob(scope, 'CronJob', {
    containers: [container(scope, 'Main', kplus, draw)],
    schedule: draw.of(
      () => ({ expressionString: draw.text() }),
      () => new Cron({ minute: draw.text(), hour: '3' }),
    )(),
    ...draw.some({
      suspend: () => draw.flag(),
      timeZone: () => draw.text(),
      startingDeadline: () =>
        draw.mostly(
          () => Duration.seconds(60),
          () => duration(draw),
        ),
      successfulJobsRetained: () => draw.count(),
      failedJobsRetained: () => draw.count(),
    }),
  });
};

export const WORKLOADS = { deployment, scaled, statefulSet, daemonSet, job, cronJob };

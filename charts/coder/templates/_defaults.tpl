{{- /* Fills .Values with the defaults; every template includes it first. */ -}}
{{- define "coder.defaults" -}}
{{- if not (hasKey . "isFilled") }}
{{- $_ := set . "isFilled" true }}
{{- include "coder.fill" (dict "values" .Values "defaults" (include "coder.defaultValues" . | fromYaml) "path" "values") }}
{{- end }}
{{- end }}

{{- define "coder.fill" -}}
{{- $strict := list "map" "slice" "bool" }}
{{- range $key, $default := .defaults }}
{{- $path := printf "%s.%s" $.path $key }}
{{- $value := get $.values $key }}
{{- $kind := kindOf $default }}
{{- if or (not (hasKey $.values $key)) (kindIs "invalid" $value) }}
{{- $_ := set $.values $key $default }}
{{- else if and (ne $kind (kindOf $value)) (or (has $kind $strict) (has (kindOf $value) $strict)) }}
{{- fail (printf "%s: expected a %s, got a %s" $path $kind (kindOf $value) | replace "slice" "list" | replace "float64" "number") }}
{{- else if kindIs "map" $default }}
{{- include "coder.fill" (dict "values" $value "defaults" $default "path" $path) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.defaultValues" -}}
nameOverride: ""
fullnameOverride: ""
commonLabels: {}
commonAnnotations: {}
image:
  registry: docker.io
  repository: coderenvs/coder-service
  tag: 1.36.2
  digest: ""
  pullPolicy: Always
  pullSecrets: []
coderd:
  enabled: true
  replicas: 1
  labels: {}
  annotations: {}
  podLabels: {}
  podAnnotations: {}
  resources:
    requests:
      cpu: 250m
      memory: 512Mi
      ephemeral-storage: ""
    limits:
      cpu: 250m
      memory: 512Mi
      ephemeral-storage: ""
  migrations:
    enabled: true
  extraEnv: []
  envFrom: []
  extraVolumes: []
  extraVolumeMounts: []
  extraInitContainers: []
  sidecars: []
  podSecurityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: ""
    seccompProfile:
      type: RuntimeDefault
      localhostProfile: ""
  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    readOnlyRootFilesystem: true
    allowPrivilegeEscalation: false
    capabilities:
      drop:
        - ALL
      add: []
    seccompProfile:
      type: RuntimeDefault
      localhostProfile: ""
  startupProbe:
    enabled: false
    initialDelaySeconds: 0
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 30
  readinessProbe:
    enabled: true
    initialDelaySeconds: 10
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 15
  livenessProbe:
    enabled: true
    initialDelaySeconds: 30
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 30
  terminationGracePeriodSeconds: 300
  lifecycle: {}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 25%
  nodeSelector:
    kubernetes.io/arch: amd64
    kubernetes.io/os: linux
  tolerations: []
  affinity: {}
  topologySpreadConstraints: []
  priorityClassName: ""
service:
  enabled: true
  type: LoadBalancer
  labels: {}
  annotations: {}
  http:
    port: 80
    nodePort: ""
  https:
    enabled: false
    port: 443
    nodePort: ""
  externalTrafficPolicy: Local
  internalTrafficPolicy: ""
  sessionAffinity: ""
  loadBalancerIP: ""
  loadBalancerClass: ""
  loadBalancerSourceRanges: []
  ipFamilyPolicy: ""
  ipFamilies: []
serviceAccount:
  create: true
  name: ""
  labels: {}
  annotations: {}
  automountToken: true
rbac:
  create: true
  extraRules: []
workspaceServiceAccount:
  create: true
  labels: {}
  annotations: {}
metrics:
  service:
    enabled: false
    labels: {}
    annotations: {}
  monitor:
    kind: PodMonitor
    labels: {}
    annotations: {}
    target:
      matchLabels: {}
      port: ""
    namespaceSelector:
      any: false
      matchNames: []
    jobLabel: ""
    podTargetLabels: []
    path: ""
    scheme: ""
    interval: ""
    scrapeTimeout: ""
    honorLabels: false
    relabelings: []
    metricRelabelings: []
    sampleLimit: ""
    targetLimit: ""
    labelLimit: ""
    labelNameLengthLimit: ""
    labelValueLengthLimit: ""
    tlsConfig: {}
    authorization: {}
    scrapeClass: ""
{{- end }}

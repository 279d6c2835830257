{{- /* Prepares .Values; every template includes it first. */ -}}
{{- define "coder.cdk8s.defaults" -}}
{{- if not (hasKey . "isFilled") }}
{{- $_ := set . "isFilled" true }}
{{- include "coder.cdk8s.fill" (dict "values" .Values "kinds" (include "coder.cdk8s.kinds" . | fromJson) "path" "values") }}
{{- include "coder.cdk8s.checks" . }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.fill" -}}
{{- range $key, $kind := .kinds }}
{{- $value := index $.values $key }}
{{- if and (kindIs "string" $kind) (kindIs $kind $value) }}
{{- if and $value (eq $kind "map") }}
{{- include "coder.cdk8s.dropNulls" $value }}
{{- end }}
{{- else if and (kindIs "map" $kind) (kindIs "map" $value) }}
{{- include "coder.cdk8s.fill" (dict "values" $value "kinds" $kind "path" (printf "%s.%s" $.path $key)) }}
{{- else if not (and (kindIs "slice" $kind) (eq (len $kind) 4) (kindIs (index $kind 0) $value)) }}
{{- include "coder.cdk8s.fillOne" (dict "values" $.values "key" $key "kind" $kind "path" (printf "%s.%s" $.path $key)) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.fillOne" -}}
{{- $kind := .kind }}
{{- $value := index .values .key }}
{{- $path := .path }}
{{- $found := kindOf $value }}
{{- $strict := list "map" "slice" "bool" }}
{{- $allowed := "true or false" }}
{{- $isRefused := eq (toString $kind) "bool" }}
{{- if kindIs "slice" $kind }}
{{- if eq (len $kind) 4 }}
{{- $allowed = index $kind 3 }}
{{- $isRefused = true }}
{{- $kind = first $kind }}
{{- end }}
{{- end }}
{{- $items := dict }}
{{- if kindIs "slice" $kind }}
{{- $items = rest (rest $kind) | first }}
{{- if eq $found "invalid" }}
{{- $value = index $kind 1 }}
{{- $_ := set .values .key $value }}
{{- $found = kindOf $value }}
{{- end }}
{{- $kind = first $kind }}
{{- end }}
{{- if kindIs "map" $kind }}
{{- if eq $found "invalid" }}
{{- $value = dict }}
{{- $_ := set .values .key $value }}
{{- else if ne $found "map" }}
{{- fail (printf "%s: expected object (a map), got %s" $path (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") $found)) }}
{{- end }}
{{- include "coder.cdk8s.fill" (dict "values" $value "kinds" $kind "path" $path) }}
{{- else if eq $found "invalid" }}
{{- if $isRefused }}
{{- fail (printf "%s: expected %s, got null; leave the key out for its default" $path $allowed) }}
{{- end }}
{{- $_ := set .values .key (get (dict "map" dict "slice" list) $kind) }}
{{- else if and (eq $found $kind) (eq $kind "map") }}
{{- include "coder.cdk8s.dropNulls" $value }}
{{- else if and (ne $found $kind) (or (has $kind $strict) (has $found $strict)) }}
{{- fail (printf "%s: expected %s, got %s" $path (ternary (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") $kind) "string or number" (has $kind $strict)) (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") $found)) }}
{{- end }}
{{- if $items }}
{{- include "coder.cdk8s.fillItems" (dict "items" $value "kinds" $items "path" $path) }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.fillItems" -}}
{{- range $i, $item := .items }}
{{- $path := printf (ternary "%s[%d]" "%s.%s" (kindIs "slice" $.items)) $.path $i }}
{{- if not (kindIs "map" $item) }}
{{- fail (printf "%s: expected object (a map), got %s" $path (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") (kindOf $item))) }}
{{- end }}
{{- include "coder.cdk8s.fill" (dict "values" $item "kinds" $.kinds "path" $path) }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.dropNulls" -}}
{{- range $key, $value := . }}
{{- if kindIs "invalid" $value }}
{{- $_ := unset $ $key }}
{{- else if kindIs "map" $value }}
{{- include "coder.cdk8s.dropNulls" $value }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.checks" -}}
{{- if kindIs "map" .Values.coderd.env }}
{{- range $key, $entry := .Values.coderd.env }}
{{- if not (kindIs "map" $entry) }}
{{- fail (printf "values.coderd.env.%s: expected object (a map), got %s" $key (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") (kindOf $entry))) }}
{{- end }}
{{- if kindIs "map" $entry }}
{{- if hasKey $entry "valueFrom" }}
{{- if kindIs "map" (get $entry "valueFrom") }}
{{- if ne (len (pick (get $entry "valueFrom") "fieldRef" "resourceFieldRef" "configMapKeyRef" "secretKeyRef" "fileKeyRef")) 1 }}
{{- fail (printf "values.coderd.env.%s.valueFrom: expected exactly one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef, got %d" $key (len (pick (get $entry "valueFrom") "fieldRef" "resourceFieldRef" "configMapKeyRef" "secretKeyRef" "fileKeyRef"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne (len (pick $entry "value" "valueFrom")) 1 }}
{{- fail (printf "values.coderd.env.%s: expected exactly one of value, valueFrom, got %d" $key (len (pick $entry "value" "valueFrom"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.extraEnv }}
{{- range $i, $item := .Values.coderd.extraEnv }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "valueFrom" }}
{{- if kindIs "map" (get $item "valueFrom") }}
{{- if ne (len (pick (get $item "valueFrom") "fieldRef" "resourceFieldRef" "configMapKeyRef" "secretKeyRef" "fileKeyRef")) 1 }}
{{- fail (printf "values.coderd.extraEnv[%d].valueFrom: expected exactly one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef, got %d" $i (len (pick (get $item "valueFrom") "fieldRef" "resourceFieldRef" "configMapKeyRef" "secretKeyRef" "fileKeyRef"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- if gt (len (pick $item "value" "valueFrom")) 1 }}
{{- fail (printf "values.coderd.extraEnv[%d]: expected at most one of value, valueFrom, got %d" $i (len (pick $item "value" "valueFrom"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.extraEnv }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if hasKey $taken $texts }}
{{- fail (printf "values.coderd.extraEnv[%d].name: expected a name that no other item has, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.envFrom }}
{{- range $i, $item := .Values.coderd.envFrom }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "prefix" }}
{{- if kindIs "string" (get $item "prefix") }}
{{- if not (regexMatch "^[ -<>-~]*$" (get $item "prefix")) }}
{{- fail (printf "values.coderd.envFrom[%d].prefix: expected printable ASCII without =, got %q" $i (get $item "prefix")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne (len (pick $item "configMapRef" "secretRef")) 1 }}
{{- fail (printf "values.coderd.envFrom[%d]: expected exactly one of configMapRef, secretRef, got %d" $i (len (pick $item "configMapRef" "secretRef"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "map" .Values.coderd.envFromByName }}
{{- range $key, $entry := .Values.coderd.envFromByName }}
{{- if not (kindIs "map" $entry) }}
{{- fail (printf "values.coderd.envFromByName.%s: expected object (a map), got %s" $key (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") (kindOf $entry))) }}
{{- end }}
{{- if kindIs "map" $entry }}
{{- if hasKey $entry "prefix" }}
{{- if kindIs "string" (get $entry "prefix") }}
{{- if not (regexMatch "^[ -<>-~]*$" (get $entry "prefix")) }}
{{- fail (printf "values.coderd.envFromByName.%s.prefix: expected printable ASCII without =, got %q" $key (get $entry "prefix")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne (len (pick $entry "configMapRef" "secretRef")) 1 }}
{{- fail (printf "values.coderd.envFromByName.%s: expected exactly one of configMapRef, secretRef, got %d" $key (len (pick $entry "configMapRef" "secretRef"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "map" .Values.coderd.volumes }}
{{- range $key, $entry := .Values.coderd.volumes }}
{{- if kindIs "map" $entry }}
{{- if hasKey $entry "source" }}
{{- if kindIs "map" (get $entry "source") }}
{{- if gt (len (pick (get $entry "source") "configMap" "secret" "persistentVolumeClaim" "emptyDir" "projected" "csi" "ephemeral" "nfs" "image" "downwardAPI" "hostPath")) 1 }}
{{- fail (printf "values.coderd.volumes.%s.source: expected at most one of configMap, secret, persistentVolumeClaim, emptyDir, projected, csi, ephemeral, nfs, image, downwardAPI, hostPath, got %d" $key (len (pick (get $entry "source") "configMap" "secret" "persistentVolumeClaim" "emptyDir" "projected" "csi" "ephemeral" "nfs" "image" "downwardAPI" "hostPath"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.extraVolumes }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.extraVolumes }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if hasKey $taken $texts }}
{{- fail (printf "values.coderd.extraVolumes[%d].name: expected a name that no other item has, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.extraVolumeMounts }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.extraVolumeMounts }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "mountPath") (kindIs "string" (get $item "mountPath")) }}
{{- $texts := list (get $item "mountPath") | toJson }}
{{- if or (hasKey $taken $texts) (has (get $item "mountPath") (list "/tmp/pgcerts")) }}
{{- fail (printf "values.coderd.extraVolumeMounts[%d].mountPath: expected a mountPath that no other item has and that is none of /tmp/pgcerts, got %q" $i (get $item "mountPath")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.initContainersBeforeMigrations }}
{{- range $i, $item := .Values.coderd.initContainersBeforeMigrations }}
{{- if kindIs "map" $item }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.coderd.initContainersBeforeMigrations[%d]" $i) (fromJson "{\"field\":\"restartPolicy\",\"default\":\"\",\"kinds\":[{\"of\":[\"\"],\"refused\":[\"livenessProbe\",\"readinessProbe\",\"startupProbe\",\"lifecycle\"]}]}")) }}
{{- end }}
{{- end }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.initContainersBeforeMigrations }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if or (hasKey $taken $texts) (has (get $item "name") (list "coderd" "migrations")) }}
{{- fail (printf "values.coderd.initContainersBeforeMigrations[%d].name: expected a name that no other item has and that is none of coderd, migrations, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.extraInitContainers }}
{{- range $i, $item := .Values.coderd.extraInitContainers }}
{{- if kindIs "map" $item }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.coderd.extraInitContainers[%d]" $i) (fromJson "{\"field\":\"restartPolicy\",\"default\":\"\",\"kinds\":[{\"of\":[\"\"],\"refused\":[\"livenessProbe\",\"readinessProbe\",\"startupProbe\",\"lifecycle\"]}]}")) }}
{{- end }}
{{- end }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.extraInitContainers }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if or (hasKey $taken $texts) (has (get $item "name") (list "coderd" "migrations")) }}
{{- fail (printf "values.coderd.extraInitContainers[%d].name: expected a name that no other item has and that is none of coderd, migrations, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.sidecars }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.sidecars }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if or (hasKey $taken $texts) (has (get $item "name") (list "coderd" "migrations")) }}
{{- fail (printf "values.coderd.sidecars[%d].name: expected a name that no other item has and that is none of coderd, migrations, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "map" .Values.coderd.sidecarsByName }}
{{- range $key, $entry := .Values.coderd.sidecarsByName }}
{{- if has $key (list "coderd" "migrations") }}
{{- fail (printf "values.coderd.sidecarsByName: expected a key that is none of coderd, migrations, got the key %q" $key) }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable }}
{{- if not (regexMatch "^([0-9]+|0*(100|[0-9]{1,2})%)$" .Values.coderd.strategy.rollingUpdate.maxUnavailable) }}
{{- fail (printf "values.coderd.strategy.rollingUpdate.maxUnavailable: expected an integer >= 0 or a percentage of at most 100%%, got %q" .Values.coderd.strategy.rollingUpdate.maxUnavailable) }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.tolerations }}
{{- range $i, $item := .Values.coderd.tolerations }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "key" }}
{{- if kindIs "string" (get $item "key") }}
{{- if or (not (regexMatch "^([a-z0-9]+((-+|\\.)[a-z0-9]+)*/)?([A-Za-z0-9][-\\w.]{0,61})?[A-Za-z0-9]$" (get $item "key"))) (gt (len (get $item "key")) 317) }}
{{- fail (printf "values.coderd.tolerations[%d].key: expected a label key, name or prefix/name of letters, digits, -_., got %q" $i (get $item "key")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "value" }}
{{- if kindIs "string" (get $item "value") }}
{{- if or (not (regexMatch "^([A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*)?$" (get $item "value"))) (gt (len (get $item "value")) 63) }}
{{- fail (printf "values.coderd.tolerations[%d].value: expected a label value (letters, digits, -_.), got %q" $i (get $item "value")) }}
{{- end }}
{{- end }}
{{- end }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.coderd.tolerations[%d]" $i) (fromJson "{\"field\":\"operator\",\"default\":\"equal\",\"kinds\":[{\"of\":[\"equal\"],\"required\":[\"key\"]},{\"of\":[\"exists\"],\"refused\":[\"value\"]}]}")) }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.coderd.tolerations[%d]" $i) (fromJson "{\"field\":\"effect\",\"default\":\"\",\"kinds\":[{\"of\":[\"noschedule\",\"prefernoschedule\",\"\"],\"refused\":[\"tolerationSeconds\"]}]}")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.topologySpreadConstraints }}
{{- $taken := dict }}
{{- range $i, $item := .Values.coderd.topologySpreadConstraints }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "topologyKey") (kindIs "string" (get $item "topologyKey")) (hasKey $item "whenUnsatisfiable") (kindIs "string" (get $item "whenUnsatisfiable")) }}
{{- $texts := list (get $item "topologyKey") (get $item "whenUnsatisfiable") | toJson }}
{{- if hasKey $taken $texts }}
{{- fail (printf "values.coderd.topologySpreadConstraints[%d].topologyKey: expected a topologyKey and whenUnsatisfiable that no other item has, got %q and %q" $i (get $item "topologyKey") (get $item "whenUnsatisfiable")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "map" .Values.coderd.hostAliases }}
{{- range $key, $entry := .Values.coderd.hostAliases }}
{{- if not (regexMatch "^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}|(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1}(:[0-9a-fA-F]{1,4}){1,6}|([0-9a-fA-F]{1,4}:){2}(:[0-9a-fA-F]{1,4}){1,5}|([0-9a-fA-F]{1,4}:){3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){6}(:[0-9a-fA-F]{1,4}){1,1}|([0-9a-fA-F]{1,4}:){1,7}:|:((:[0-9a-fA-F]{1,4}){1,7}|:)))$" $key) }}
{{- fail (printf "values.coderd.hostAliases: expected an IP address, got the key %q" $key) }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.dnsConfig.nameservers }}
{{- if gt (len .Values.coderd.dnsConfig.nameservers) 3 }}
{{- fail (printf "values.coderd.dnsConfig.nameservers: expected at most 3 items, got %d" (len .Values.coderd.dnsConfig.nameservers)) }}
{{- end }}
{{- range $i, $item := .Values.coderd.dnsConfig.nameservers }}
{{- if kindIs "string" $item }}
{{- if not (regexMatch "^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}|(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1}(:[0-9a-fA-F]{1,4}){1,6}|([0-9a-fA-F]{1,4}:){2}(:[0-9a-fA-F]{1,4}){1,5}|([0-9a-fA-F]{1,4}:){3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){6}(:[0-9a-fA-F]{1,4}){1,1}|([0-9a-fA-F]{1,4}:){1,7}:|:((:[0-9a-fA-F]{1,4}){1,7}|:)))$" $item) }}
{{- fail (printf "values.coderd.dnsConfig.nameservers[%d]: expected an IP address, got %q" $i $item) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.coderd.dnsConfig.searches }}
{{- if gt (len .Values.coderd.dnsConfig.searches) 32 }}
{{- fail (printf "values.coderd.dnsConfig.searches: expected at most 32 items, got %d" (len .Values.coderd.dnsConfig.searches)) }}
{{- end }}
{{- end }}
{{- if kindIs "string" .Values.podDisruptionBudget.maxUnavailable }}
{{- if not (regexMatch "^([0-9]+|0*(100|[0-9]{1,2})%)$" .Values.podDisruptionBudget.maxUnavailable) }}
{{- fail (printf "values.podDisruptionBudget.maxUnavailable: expected an integer >= 0 or a percentage of at most 100%%, got %q" .Values.podDisruptionBudget.maxUnavailable) }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.reverseProxy.trustedOrigins }}
{{- range $i, $item := .Values.reverseProxy.trustedOrigins }}
{{- if kindIs "string" $item }}
{{- if not (regexMatch "^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}/([12]?[0-9]|3[0-2])|(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1}(:[0-9a-fA-F]{1,4}){1,6}|([0-9a-fA-F]{1,4}:){2}(:[0-9a-fA-F]{1,4}){1,5}|([0-9a-fA-F]{1,4}:){3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){6}(:[0-9a-fA-F]{1,4}){1,1}|([0-9a-fA-F]{1,4}:){1,7}:|:((:[0-9a-fA-F]{1,4}){1,7}|:))/([1-9]?[0-9]|1[01][0-9]|12[0-8]))$" $item) }}
{{- fail (printf "values.reverseProxy.trustedOrigins[%d]: expected a CIDR such as \"10.0.0.0/8\", got %q" $i $item) }}
{{- end }}
{{- if contains "1" (include "coder.cdk8s.hostBits" $item) }}
{{- fail (printf "values.reverseProxy.trustedOrigins[%d]: expected a CIDR with no bit set after its prefix, as in \"10.0.0.0/8\", got %q" $i $item) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.workspaces.tolerations }}
{{- range $i, $item := .Values.workspaces.tolerations }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "key" }}
{{- if kindIs "string" (get $item "key") }}
{{- if or (not (regexMatch "^([a-z0-9]+((-+|\\.)[a-z0-9]+)*/)?([A-Za-z0-9][-\\w.]{0,61})?[A-Za-z0-9]$" (get $item "key"))) (gt (len (get $item "key")) 317) }}
{{- fail (printf "values.workspaces.tolerations[%d].key: expected a label key, name or prefix/name of letters, digits, -_., got %q" $i (get $item "key")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "value" }}
{{- if kindIs "string" (get $item "value") }}
{{- if or (not (regexMatch "^([A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*)?$" (get $item "value"))) (gt (len (get $item "value")) 63) }}
{{- fail (printf "values.workspaces.tolerations[%d].value: expected a label value (letters, digits, -_.), got %q" $i (get $item "value")) }}
{{- end }}
{{- end }}
{{- end }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.workspaces.tolerations[%d]" $i) (fromJson "{\"field\":\"operator\",\"default\":\"equal\",\"kinds\":[{\"of\":[\"equal\"],\"required\":[\"key\"]},{\"of\":[\"exists\"],\"refused\":[\"value\"]}]}")) }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.workspaces.tolerations[%d]" $i) (fromJson "{\"field\":\"effect\",\"default\":\"\",\"kinds\":[{\"of\":[\"noschedule\",\"prefernoschedule\",\"\"],\"refused\":[\"tolerationSeconds\"]}]}")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.service.additionalPorts }}
{{- range $i, $item := .Values.service.additionalPorts }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "name" }}
{{- if kindIs "string" (get $item "name") }}
{{- if or (not (regexMatch "^[a-z0-9]+(-+[a-z0-9]+)*$" (get $item "name"))) (gt (len (get $item "name")) 63) }}
{{- fail (printf "values.service.additionalPorts[%d].name: expected a DNS label (a-z, 0-9, -), got %q" $i (get $item "name")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "targetPort" }}
{{- if kindIs "string" (get $item "targetPort") }}
{{- if or (not (regexMatch "^[a-z0-9]+(-+[a-z0-9]+)*$" (get $item "targetPort"))) (gt (len (get $item "targetPort")) 15) }}
{{- fail (printf "values.service.additionalPorts[%d].targetPort: expected a port name (a-z, 0-9, -), got %q" $i (get $item "targetPort")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "appProtocol" }}
{{- if kindIs "string" (get $item "appProtocol") }}
{{- if or (not (regexMatch "^([a-z0-9]+((-+|\\.)[a-z0-9]+)*/)?([A-Za-z0-9][-\\w.]{0,61})?[A-Za-z0-9]$" (get $item "appProtocol"))) (gt (len (get $item "appProtocol")) 317) }}
{{- fail (printf "values.service.additionalPorts[%d].appProtocol: expected a label key, name or prefix/name of letters, digits, -_., got %q" $i (get $item "appProtocol")) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- $taken := dict }}
{{- range $i, $item := .Values.service.additionalPorts }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if or (hasKey $taken $texts) (has (get $item "name") (list "tcp-coderd" "tcp-coderd-https")) }}
{{- fail (printf "values.service.additionalPorts[%d].name: expected a name that no other item has and that is none of tcp-coderd, tcp-coderd-https, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "string" .Values.service.loadBalancerIP }}
{{- if not (regexMatch "^(((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}|(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1}(:[0-9a-fA-F]{1,4}){1,6}|([0-9a-fA-F]{1,4}:){2}(:[0-9a-fA-F]{1,4}){1,5}|([0-9a-fA-F]{1,4}:){3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){6}(:[0-9a-fA-F]{1,4}){1,1}|([0-9a-fA-F]{1,4}:){1,7}:|:((:[0-9a-fA-F]{1,4}){1,7}|:))))?$" .Values.service.loadBalancerIP) }}
{{- fail (printf "values.service.loadBalancerIP: expected an IP address, or \"\", got %q" .Values.service.loadBalancerIP) }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.service.loadBalancerSourceRanges }}
{{- range $i, $item := .Values.service.loadBalancerSourceRanges }}
{{- if kindIs "string" $item }}
{{- if not (regexMatch "^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}/([12]?[0-9]|3[0-2])|(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1}(:[0-9a-fA-F]{1,4}){1,6}|([0-9a-fA-F]{1,4}:){2}(:[0-9a-fA-F]{1,4}){1,5}|([0-9a-fA-F]{1,4}:){3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){6}(:[0-9a-fA-F]{1,4}){1,1}|([0-9a-fA-F]{1,4}:){1,7}:|:((:[0-9a-fA-F]{1,4}){1,7}|:))/([1-9]?[0-9]|1[01][0-9]|12[0-8]))$" $item) }}
{{- fail (printf "values.service.loadBalancerSourceRanges[%d]: expected a CIDR such as \"10.0.0.0/8\", got %q" $i $item) }}
{{- end }}
{{- if contains "1" (include "coder.cdk8s.hostBits" $item) }}
{{- fail (printf "values.service.loadBalancerSourceRanges[%d]: expected a CIDR with no bit set after its prefix, as in \"10.0.0.0/8\", got %q" $i $item) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.gateway.parentRefs }}
{{- range $i, $item := .Values.gateway.parentRefs }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "group" }}
{{- if kindIs "string" (get $item "group") }}
{{- if or (not (regexMatch "^[a-z0-9]+((-+|\\.)[a-z0-9]+)*$" (get $item "group"))) (gt (len (get $item "group")) 253) }}
{{- fail (printf "values.gateway.parentRefs[%d].group: expected a DNS name (a-z, 0-9, -, .), got %q" $i (get $item "group")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "namespace" }}
{{- if kindIs "string" (get $item "namespace") }}
{{- if or (not (regexMatch "^[a-z0-9]+(-+[a-z0-9]+)*$" (get $item "namespace"))) (gt (len (get $item "namespace")) 63) }}
{{- fail (printf "values.gateway.parentRefs[%d].namespace: expected a DNS label (a-z, 0-9, -), got %q" $i (get $item "namespace")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "name" }}
{{- if kindIs "string" (get $item "name") }}
{{- if or (not (regexMatch "^[a-z0-9]+((-+|\\.)[a-z0-9]+)*$" (get $item "name"))) (gt (len (get $item "name")) 253) }}
{{- fail (printf "values.gateway.parentRefs[%d].name: expected a DNS name (a-z, 0-9, -, .), got %q" $i (get $item "name")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if hasKey $item "sectionName" }}
{{- if kindIs "string" (get $item "sectionName") }}
{{- if or (not (regexMatch "^[a-z0-9]+((-+|\\.)[a-z0-9]+)*$" (get $item "sectionName"))) (gt (len (get $item "sectionName")) 253) }}
{{- fail (printf "values.gateway.parentRefs[%d].sectionName: expected a DNS name (a-z, 0-9, -, .), got %q" $i (get $item "sectionName")) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.metrics.monitor.podTargetLabels }}
{{- range $i, $item := .Values.metrics.monitor.podTargetLabels }}
{{- if kindIs "string" $item }}
{{- if or (not (regexMatch "^([a-z0-9]+((-+|\\.)[a-z0-9]+)*/)?([A-Za-z0-9][-\\w.]{0,61})?[A-Za-z0-9]$" $item)) (gt (len $item) 317) }}
{{- fail (printf "values.metrics.monitor.podTargetLabels[%d]: expected a label key, name or prefix/name of letters, digits, -_., got %q" $i $item) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.metrics.monitor.relabelings }}
{{- range $i, $item := .Values.metrics.monitor.relabelings }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "regex" }}
{{- if kindIs "string" (get $item "regex") }}
{{- if or (has (get $item "regex") (list "null" "~")) (contains "(?<" (regexReplaceAll "\\\\Q[\\s\\S]*?(\\\\E|$)|\\\\[\\s\\S]|\\[\\^?\\]?(\\[:\\^?\\w+:\\]|\\\\[\\s\\S]|[^\\]\\\\])*\\]" (get $item "regex") "x")) (not (regexMatch (print "|" (get $item "regex")) "")) (not (regexMatch (print "|^(?:" (get $item "regex") ")$") "")) }}
{{- fail (printf "values.metrics.monitor.relabelings[%d].regex: expected a regular expression of RE2 (null and ~ in brackets, groups named by (?P<name>...)), got %q" $i (get $item "regex")) }}
{{- end }}
{{- end }}
{{- end }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.metrics.monitor.relabelings[%d]" $i) (fromJson "{\"field\":\"action\",\"default\":\"replace\",\"kinds\":[{\"of\":[\"replace\"],\"required\":[\"targetLabel\"]},{\"of\":[\"hashmod\"],\"required\":[\"targetLabel\",\"modulus\"]},{\"of\":[\"lowercase\",\"uppercase\"],\"required\":[\"targetLabel\"],\"refused\":[\"replacement\"]},{\"of\":[\"keepequal\",\"dropequal\"],\"required\":[\"targetLabel\"],\"refused\":[\"regex\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"keep\",\"drop\"],\"required\":[\"regex\"]},{\"of\":[\"labelkeep\",\"labeldrop\"],\"required\":[\"regex\"],\"refused\":[\"sourceLabels\",\"targetLabel\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"labelmap\"],\"required\":[\"regex\"],\"formats\":{\"replacement\":{\"pattern\":\"^([a-zA-Z_]|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))(\\\\w|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))*$\",\"title\":\"a label name, also with groups such as $1,\"}}}]}")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.metrics.monitor.metricRelabelings }}
{{- range $i, $item := .Values.metrics.monitor.metricRelabelings }}
{{- if kindIs "map" $item }}
{{- if hasKey $item "regex" }}
{{- if kindIs "string" (get $item "regex") }}
{{- if or (has (get $item "regex") (list "null" "~")) (contains "(?<" (regexReplaceAll "\\\\Q[\\s\\S]*?(\\\\E|$)|\\\\[\\s\\S]|\\[\\^?\\]?(\\[:\\^?\\w+:\\]|\\\\[\\s\\S]|[^\\]\\\\])*\\]" (get $item "regex") "x")) (not (regexMatch (print "|" (get $item "regex")) "")) (not (regexMatch (print "|^(?:" (get $item "regex") ")$") "")) }}
{{- fail (printf "values.metrics.monitor.metricRelabelings[%d].regex: expected a regular expression of RE2 (null and ~ in brackets, groups named by (?P<name>...)), got %q" $i (get $item "regex")) }}
{{- end }}
{{- end }}
{{- end }}
{{- include "coder.cdk8s.variant" (list $item (printf "values.metrics.monitor.metricRelabelings[%d]" $i) (fromJson "{\"field\":\"action\",\"default\":\"replace\",\"kinds\":[{\"of\":[\"replace\"],\"required\":[\"targetLabel\"]},{\"of\":[\"hashmod\"],\"required\":[\"targetLabel\",\"modulus\"]},{\"of\":[\"lowercase\",\"uppercase\"],\"required\":[\"targetLabel\"],\"refused\":[\"replacement\"]},{\"of\":[\"keepequal\",\"dropequal\"],\"required\":[\"targetLabel\"],\"refused\":[\"regex\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"keep\",\"drop\"],\"required\":[\"regex\"]},{\"of\":[\"labelkeep\",\"labeldrop\"],\"required\":[\"regex\"],\"refused\":[\"sourceLabels\",\"targetLabel\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"labelmap\"],\"required\":[\"regex\"],\"formats\":{\"replacement\":{\"pattern\":\"^([a-zA-Z_]|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))(\\\\w|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))*$\",\"title\":\"a label name, also with groups such as $1,\"}}}]}")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "slice" .Values.metrics.rules.extraGroups }}
{{- $taken := dict }}
{{- range $i, $item := .Values.metrics.rules.extraGroups }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item "name") (kindIs "string" (get $item "name")) }}
{{- $texts := list (get $item "name") | toJson }}
{{- if hasKey $taken $texts }}
{{- fail (printf "values.metrics.rules.extraGroups[%d].name: expected a name that no other item has, got %q" $i (get $item "name")) }}
{{- end }}
{{- $_ := set $taken $texts true }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if kindIs "map" .Values.metrics.dashboards.extra }}
{{- range $key, $entry := .Values.metrics.dashboards.extra }}
{{- if has $key (list "coder-overview.json" "coder-api.json" "coder-jobs.json" "coder-networking.json" "coder-runtime.json") }}
{{- fail (printf "values.metrics.dashboards.extra: expected a key that is none of coder-overview.json, coder-api.json, coder-jobs.json, coder-networking.json, coder-runtime.json, got the key %q" $key) }}
{{- end }}
{{- if not (kindIs "string" $entry) }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected string (a map in JSON), got %s" $key (get (dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null") (kindOf $entry))) }}
{{- end }}
{{- if kindIs "string" $entry }}
{{- $json := fromJson $entry }}
{{- if hasKey $json "Error" }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON, got a text that is none" $key) }}
{{- end }}
{{- if or (not (kindIs "string" (get $json "title"))) (has (get $json "title") (list "" "Coder / Overview" "Coder / API" "Coder / Jobs, builds, database" "Coder / Networking" "Coder / Process and Go runtime")) }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON whose \"title\" is a text that no other file has and that is none of Coder / Overview, Coder / API, Coder / Jobs, builds, database, Coder / Networking, Coder / Process and Go runtime, got %s" $key (ternary (toJson (get $json "title")) "nothing" (hasKey $json "title"))) }}
{{- end }}
{{- if or (not (kindIs "string" (get $json "uid"))) (has (get $json "uid") (list "" "coder-overview" "coder-api" "coder-jobs" "coder-networking" "coder-runtime")) }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON whose \"uid\" is a text that no other file has and that is none of coder-overview, coder-api, coder-jobs, coder-networking, coder-runtime, got %s" $key (ternary (toJson (get $json "uid")) "nothing" (hasKey $json "uid"))) }}
{{- end }}
{{- end }}
{{- end }}
{{- $taken := dict }}
{{- range $key, $entry := .Values.metrics.dashboards.extra }}
{{- $json := fromJson $entry }}
{{- if hasKey $taken (list "title" (get $json "title") | toJson) }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON whose \"title\" is a text that no other file has and that is none of Coder / Overview, Coder / API, Coder / Jobs, builds, database, Coder / Networking, Coder / Process and Go runtime, got %q" $key (get $json "title")) }}
{{- end }}
{{- $_ := set $taken (list "title" (get $json "title") | toJson) true }}
{{- if hasKey $taken (list "uid" (get $json "uid") | toJson) }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON whose \"uid\" is a text that no other file has and that is none of coder-overview, coder-api, coder-jobs, coder-networking, coder-runtime, got %q" $key (get $json "uid")) }}
{{- end }}
{{- $_ := set $taken (list "uid" (get $json "uid") | toJson) true }}
{{- end }}
{{- end }}
{{- $read0 := include "coder.cdk8s.data9" . | fromYamlArray }}
{{- $read1 := include "coder.cdk8s.namedItems" .Values.coderd.volumes | fromJsonArray }}
{{- $read2 := include "coder.cdk8s.namedItems" .Values.coderd.sidecarsByName | fromJsonArray }}
{{- $read3 := include "coder.cdk8s.data10" . | fromYamlArray }}
{{- $read4 := include "coder.cdk8s.namedItems" .Values.coderd.env | fromJsonArray }}
{{- $read5 := include "coder.cdk8s.data11" . | fromYamlArray }}
{{- $read6 := include "coder.cdk8s.data12" . | fromYamlArray }}
{{- $read7 := include "coder.cdk8s.mountsByName" . | fromYamlArray }}
{{- if and .Values.coderd.enabled (not .Values.serviceAccount.create) (not (ne (toString .Values.serviceAccount.name) "")) }}
{{- fail ("values.serviceAccount.name: expected the name of a ServiceAccount that exists, since serviceAccount.create is false, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.serviceAccount.name) "environments") }}
{{- fail ("values.serviceAccount.name: expected another name than that of the account of workspaces, which must not get the permissions of coderd, got \"environments\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.service.enabled .Values.service.https.enabled (eq (printf "%d" (int64 .Values.service.http.port)) (printf "%d" (int64 .Values.service.https.port))) }}
{{- fail (printf "values.service.https.port: expected another port than service.http.port, got %s" (printf "%d" (int64 .Values.service.https.port))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.service.enabled .Values.service.https.enabled (not (eq (toString .Values.service.type) "ClusterIP")) (ne (toString .Values.service.http.nodePort) "") (eq (printf "%v" (ternary "" (int64 .Values.service.http.nodePort) (kindIs "string" .Values.service.http.nodePort))) (printf "%v" (ternary "" (int64 .Values.service.https.nodePort) (kindIs "string" .Values.service.https.nodePort)))) }}
{{- fail (printf "values.service.https.nodePort: expected another port than service.http.nodePort, got %s" (printf "%v" (ternary "" (int64 .Values.service.https.nodePort) (kindIs "string" .Values.service.https.nodePort)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.service.enabled (or (not (ne (toString .Values.service.ipFamilyPolicy) "")) (eq (toString .Values.service.ipFamilyPolicy) "SingleStack")) (eq (include "coder.cdk8s.hasItem" (list .Values.service.ipFamilies "" "IPv4")) "true") (eq (include "coder.cdk8s.hasItem" (list .Values.service.ipFamilies "" "IPv6")) "true") }}
{{- fail "values.service.ipFamilies: expected one family, since service.ipFamilyPolicy is neither PreferDualStack nor RequireDualStack, got two" }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.podSecurityContext.seccompProfile.type) "Localhost") (not (ne (toString .Values.coderd.podSecurityContext.seccompProfile.localhostProfile) "")) }}
{{- fail ("values.coderd.podSecurityContext.seccompProfile.localhostProfile: expected the path of a profile, since type is Localhost, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (not (eq (toString .Values.coderd.podSecurityContext.seccompProfile.type) "Localhost")) .Values.coderd.podSecurityContext.seccompProfile.localhostProfile }}
{{- fail ("values.coderd.podSecurityContext.seccompProfile.localhostProfile: expected \"\", since type is not Localhost, got a path") }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.securityContext.seccompProfile.type) "Localhost") (not (ne (toString .Values.coderd.securityContext.seccompProfile.localhostProfile) "")) }}
{{- fail ("values.coderd.securityContext.seccompProfile.localhostProfile: expected the path of a profile, since type is Localhost, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (not (eq (toString .Values.coderd.securityContext.seccompProfile.type) "Localhost")) .Values.coderd.securityContext.seccompProfile.localhostProfile }}
{{- fail ("values.coderd.securityContext.seccompProfile.localhostProfile: expected \"\", since type is not Localhost, got a path") }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.strategy.type) "RollingUpdate") (or (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "0") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "0%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "00%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "000%")) (or (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "0") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "0%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "00%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "000%")) }}
{{- fail (printf "values.coderd.strategy.rollingUpdate.maxUnavailable: expected more than 0, since maxSurge is 0, got %s" (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.coderd.resources.requests.cpu .Values.coderd.resources.limits.cpu (not (le (include "coder.cdk8s.worth" (list (toString .Values.coderd.resources.requests.cpu) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString .Values.coderd.resources.limits.cpu) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64))) }}
{{- fail (printf "values.coderd.resources.requests.cpu: expected %s, got %s" (printf "at most coderd.resources.limits.cpu, which is %s" .Values.coderd.resources.limits.cpu) .Values.coderd.resources.requests.cpu) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.coderd.resources.requests.memory .Values.coderd.resources.limits.memory (not (le (include "coder.cdk8s.worth" (list (toString .Values.coderd.resources.requests.memory) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString .Values.coderd.resources.limits.memory) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64))) }}
{{- fail (printf "values.coderd.resources.requests.memory: expected %s, got %s" (printf "at most coderd.resources.limits.memory, which is %s" .Values.coderd.resources.limits.memory) .Values.coderd.resources.requests.memory) }}
{{- end }}
{{- if and .Values.coderd.enabled (index .Values.coderd.resources.requests "ephemeral-storage") (index .Values.coderd.resources.limits "ephemeral-storage") (not (le (include "coder.cdk8s.worth" (list (toString (index .Values.coderd.resources.requests "ephemeral-storage")) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString (index .Values.coderd.resources.limits "ephemeral-storage")) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64))) }}
{{- fail (printf "values.coderd.resources.requests.ephemeral-storage: expected %s, got %s" (printf "at most coderd.resources.limits.ephemeral-storage, which is %s" (index .Values.coderd.resources.limits "ephemeral-storage")) (index .Values.coderd.resources.requests "ephemeral-storage")) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.evaluationDatabase.resources.requests.cpu .Values.evaluationDatabase.resources.limits.cpu (not (le (include "coder.cdk8s.worth" (list (toString .Values.evaluationDatabase.resources.requests.cpu) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString .Values.evaluationDatabase.resources.limits.cpu) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64))) }}
{{- fail (printf "values.evaluationDatabase.resources.requests.cpu: expected %s, got %s" (printf "at most evaluationDatabase.resources.limits.cpu, which is %s" .Values.evaluationDatabase.resources.limits.cpu) .Values.evaluationDatabase.resources.requests.cpu) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.evaluationDatabase.resources.requests.memory .Values.evaluationDatabase.resources.limits.memory (not (le (include "coder.cdk8s.worth" (list (toString .Values.evaluationDatabase.resources.requests.memory) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString .Values.evaluationDatabase.resources.limits.memory) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64))) }}
{{- fail (printf "values.evaluationDatabase.resources.requests.memory: expected %s, got %s" (printf "at most evaluationDatabase.resources.limits.memory, which is %s" .Values.evaluationDatabase.resources.limits.memory) .Values.evaluationDatabase.resources.requests.memory) }}
{{- end }}
{{- if and .Values.coderd.enabled (index .Values.evaluationDatabase.resources.requests "ephemeral-storage") (index .Values.evaluationDatabase.resources.limits "ephemeral-storage") (not (le (include "coder.cdk8s.worth" (list (toString (index .Values.evaluationDatabase.resources.requests "ephemeral-storage")) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString (index .Values.evaluationDatabase.resources.limits "ephemeral-storage")) (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64))) }}
{{- fail (printf "values.evaluationDatabase.resources.requests.ephemeral-storage: expected %s, got %s" (printf "at most evaluationDatabase.resources.limits.ephemeral-storage, which is %s" (index .Values.evaluationDatabase.resources.limits "ephemeral-storage")) (index .Values.evaluationDatabase.resources.requests "ephemeral-storage")) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumeMounts (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)) }}
{{- fail (printf "values.coderd.extraVolumeMounts: expected mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of tmp-pgcerts, got %s" (printf "the volume \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumeMounts (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)) }}
{{- fail (printf "values.coderd.initContainersBeforeMigrations: expected mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of tmp-pgcerts, got %s" (printf "the volume \"%s\"" (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)) }}
{{- fail (printf "values.coderd.extraInitContainers: expected mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of tmp-pgcerts, got %s" (printf "the volume \"%s\"" (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)) }}
{{- fail (printf "values.coderd.sidecars: expected mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of tmp-pgcerts, got %s" (printf "the volume \"%s\"" (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list $read2 (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read2 (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)) }}
{{- fail (printf "values.coderd.sidecarsByName: expected mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of tmp-pgcerts, got %s" (printf "the volume \"%s\"" (include "coder.cdk8s.firstText" (list (concat (include "coder.cdk8s.textsAt" (list $read2 (list "volumeMounts" "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read2 (list "volumeDevices" "name")) | fromJsonArray)) (include "coder.cdk8s.textsAt" (list (concat $read0 $read1 .Values.coderd.extraVolumes) (list "name")) | fromJsonArray) false)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "name")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.extraInitContainers: expected names that no container of coderd.initContainersBeforeMigrations has, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "name")) | fromJsonArray) true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "name")) | fromJsonArray) (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "name")) | fromJsonArray)) true)) }}
{{- fail (printf "values.coderd.sidecars: expected names that no container of coderd.initContainersBeforeMigrations, coderd.extraInitContainers has, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "name")) | fromJsonArray) (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "name")) | fromJsonArray)) true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read2 (list "name")) | fromJsonArray) (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "name")) | fromJsonArray)) true)) }}
{{- fail (printf "values.coderd.sidecarsByName: expected names that no container of coderd.initContainersBeforeMigrations, coderd.extraInitContainers, coderd.sidecars has, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read2 (list "name")) | fromJsonArray) (concat (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "name")) | fromJsonArray)) true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)) }}
{{- fail (printf "values.coderd.initContainersBeforeMigrations: expected names of ports that are none of tcp-coderd, https-coderd, pprof-coderd, prom-coderd, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.initContainersBeforeMigrations (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)) }}
{{- fail (printf "values.coderd.extraInitContainers: expected names of ports that are none of tcp-coderd, https-coderd, pprof-coderd, prom-coderd, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraInitContainers (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)) }}
{{- fail (printf "values.coderd.sidecars: expected names of ports that are none of tcp-coderd, https-coderd, pprof-coderd, prom-coderd, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.sidecars (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read2 (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)) }}
{{- fail (printf "values.coderd.sidecarsByName: expected names of ports that are none of tcp-coderd, https-coderd, pprof-coderd, prom-coderd, got %s" (printf "the name \"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read2 (list "ports" "name")) | fromJsonArray) (list "tcp-coderd" "https-coderd" "pprof-coderd" "prom-coderd") true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.dnsPolicy) "None") (not (not (empty .Values.coderd.dnsConfig.nameservers))) }}
{{- fail "values.coderd.dnsConfig.nameservers: expected at least one address, since coderd.dnsPolicy is None, got none" }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.podDisruptionBudget.enabled (not (and .Values.podDisruptionBudget.enabled (ne (toString .Values.podDisruptionBudget.minAvailable) ""))) (or (eq (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable))) "0") (eq (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable))) "0%") (eq (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable))) "00%") (eq (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable))) "000%")) }}
{{- fail (printf "values.podDisruptionBudget.maxUnavailable: expected more than 0, since no node with a pod of coderd could be drained, got %s" (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.podDisruptionBudget.enabled (ne (toString .Values.podDisruptionBudget.minAvailable) "") (not (eq (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable))) "1")) }}
{{- fail (printf "values.podDisruptionBudget.maxUnavailable: expected 1, its default, since podDisruptionBudget.minAvailable is set, and takes its place, got %s" (printf "%s" (ternary .Values.podDisruptionBudget.maxUnavailable (toJson .Values.podDisruptionBudget.maxUnavailable) (kindIs "string" .Values.podDisruptionBudget.maxUnavailable)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.podDisruptionBudget.enabled (ne (toString .Values.podDisruptionBudget.minAvailable) "") (lt (float64 0) (float64 (ternary .Values.autoscaling.minReplicas (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1" (ne (toString (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) "")) | int64) .Values.autoscaling.enabled))) (not (lt (float64 (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.podDisruptionBudget.minAvailable) (kindIs "string" .Values.podDisruptionBudget.minAvailable))) "0" (ne (toString (printf "%v" (ternary "" (int64 .Values.podDisruptionBudget.minAvailable) (kindIs "string" .Values.podDisruptionBudget.minAvailable)))) "")) | int64)) (float64 (ternary .Values.autoscaling.minReplicas (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1" (ne (toString (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) "")) | int64) .Values.autoscaling.enabled)))) }}
{{- fail (printf "values.podDisruptionBudget.minAvailable: expected %s, got %s" (printf "less than %d, the number of pods (%s), since no node with one could be drained" (int64 (ternary .Values.autoscaling.minReplicas (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1" (ne (toString (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) "")) | int64) .Values.autoscaling.enabled)) (ternary "autoscaling.minReplicas" "coderd.replicas" .Values.autoscaling.enabled)) (printf "%v" (ternary "" (int64 .Values.podDisruptionBudget.minAvailable) (kindIs "string" .Values.podDisruptionBudget.minAvailable)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.autoscaling.enabled (lt (float64 .Values.autoscaling.maxReplicas) (float64 .Values.autoscaling.minReplicas)) }}
{{- fail (printf "values.autoscaling.minReplicas: expected %s, got %s" (printf "at most autoscaling.maxReplicas, which is %d" (int64 .Values.autoscaling.maxReplicas)) (printf "%d" (int64 .Values.autoscaling.minReplicas))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.autoscaling.enabled (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) (not (eq (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1")) }}
{{- fail (printf "values.coderd.replicas: expected \"\", or 1, its default, since autoscaling.enabled is true, and autoscaling.minReplicas takes its place, got %s" (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.autoscaling.enabled (not (or (ne (toString .Values.autoscaling.targetCPUUtilizationPercentage) "") (ne (toString .Values.autoscaling.targetMemoryUtilizationPercentage) ""))) }}
{{- fail ("values.autoscaling.targetCPUUtilizationPercentage: expected a percentage (or one in autoscaling.targetMemoryUtilizationPercentage), since autoscaling.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.autoscaling.enabled (ne (toString .Values.autoscaling.targetCPUUtilizationPercentage) "") (not (or (ne (toString .Values.coderd.resources.requests.cpu) "") (ne (toString .Values.coderd.resources.limits.cpu) ""))) }}
{{- fail ("values.coderd.resources.requests.cpu: expected a quantity, since autoscaling.targetCPUUtilizationPercentage is a part of it, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.autoscaling.enabled (ne (toString .Values.autoscaling.targetMemoryUtilizationPercentage) "") (not (or (ne (toString .Values.coderd.resources.requests.memory) "") (ne (toString .Values.coderd.resources.limits.memory) ""))) }}
{{- fail ("values.coderd.resources.requests.memory: expected a quantity, since autoscaling.targetMemoryUtilizationPercentage is a part of it, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.networkPolicies.coderd.enabled .Values.networkPolicies.coderd.egress.restricted (not (or .Values.evaluationDatabase.enabled (not (empty .Values.networkPolicies.coderd.egress.database.peers)) (not (empty .Values.networkPolicies.coderd.egress.extraRules)))) }}
{{- fail ("values.networkPolicies.coderd.egress.database.peers: expected at least one, such as {ipBlock: {cidr: \"10.0.0.0/8\"}}, since networkPolicies.coderd.egress.restricted is true (or say it in extraRules), got none") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.networkPolicies.coderd.enabled .Values.networkPolicies.coderd.egress.restricted (not (or (not (empty .Values.networkPolicies.coderd.egress.apiServer.peers)) (not (empty .Values.networkPolicies.coderd.egress.extraRules)))) }}
{{- fail ("values.networkPolicies.coderd.egress.apiServer.peers: expected at least one, such as {ipBlock: {cidr: \"10.0.0.0/8\"}}, since networkPolicies.coderd.egress.restricted is true (or say it in extraRules), got none") }}
{{- end }}
{{- if and .Values.coderd.enabled (or .Values.ingress.enabled .Values.gateway.enabled .Values.certificates.enabled) (not (or (ne (toString .Values.hosts.access) "") (ne (toString .Values.hosts.devurls) ""))) }}
{{- fail ("values.hosts.access: expected a host name (or one in hosts.devurls), since ingress.enabled, gateway.enabled or certificates.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.ingress.enabled (not .Values.service.enabled) }}
{{- fail "values.ingress.enabled: expected false, since service.enabled is false, and it leads to the Service, got true" }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.gateway.enabled (not .Values.service.enabled) }}
{{- fail "values.gateway.enabled: expected false, since service.enabled is false, and it leads to the Service, got true" }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.gateway.enabled (not (not (empty .Values.gateway.parentRefs))) }}
{{- fail "values.gateway.parentRefs: expected at least one Gateway, since gateway.enabled is true, got none" }}
{{- end }}
{{- if and .Values.coderd.enabled (or .Values.ingress.enabled .Values.certificates.enabled) .Values.ingress.tls.secretName (not (ne (toString .Values.hosts.access) "")) }}
{{- fail (printf "values.ingress.tls.secretName: expected \"\", since hosts.access is \"\", got %s" (printf "\"%s\"" .Values.ingress.tls.secretName)) }}
{{- end }}
{{- if and .Values.coderd.enabled (or .Values.ingress.enabled .Values.certificates.enabled) .Values.ingress.tls.devurlsSecretName (not (ne (toString .Values.hosts.devurls) "")) }}
{{- fail (printf "values.ingress.tls.devurlsSecretName: expected \"\", since hosts.devurls is \"\", got %s" (printf "\"%s\"" .Values.ingress.tls.devurlsSecretName)) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.certificates.enabled (not (ne (toString .Values.certificates.issuerRef.name) "")) }}
{{- fail ("values.certificates.issuerRef.name: expected the name of an issuer, since certificates.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.certificates.enabled .Values.hosts.access .Values.hosts.devurls (default .Values.tls.secretName .Values.ingress.tls.secretName) (eq (default .Values.tls.secretName .Values.ingress.tls.secretName) (default .Values.tls.devurlsSecretName .Values.ingress.tls.devurlsSecretName)) }}
{{- fail (printf "values.ingress.tls.devurlsSecretName: expected another Secret than that of hosts.access, since each Certificate writes its own, got %s" (printf "\"%s\"" (default .Values.tls.devurlsSecretName .Values.ingress.tls.devurlsSecretName))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.certificates.enabled (not (or (ne (toString (default .Values.tls.secretName .Values.ingress.tls.secretName)) "") (ne (toString (default .Values.tls.devurlsSecretName .Values.ingress.tls.devurlsSecretName)) ""))) .Values.hosts.access }}
{{- fail ("values.ingress.tls.secretName: expected the name of the Secret that cert-manager writes (or one in tls.secretName, or in devurlsSecretName), since certificates.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.certificates.enabled (not (or (ne (toString (default .Values.tls.secretName .Values.ingress.tls.secretName)) "") (ne (toString (default .Values.tls.devurlsSecretName .Values.ingress.tls.devurlsSecretName)) ""))) (not (ne (toString .Values.hosts.access) "")) .Values.hosts.devurls }}
{{- fail ("values.ingress.tls.devurlsSecretName: expected the name of the Secret that cert-manager writes (or one in tls.devurlsSecretName), since certificates.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.service.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.service.additionalPorts (list "targetPort")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list (concat (list (dict "ports" $read3)) (concat .Values.coderd.sidecars $read2)) (list "ports" "name")) | fromJsonArray) false)) }}
{{- fail (printf "values.service.additionalPorts: expected targets that are ports of coderd.sidecars by name, or tcp-coderd, or https-coderd where service.https.enabled is true, got %s" (printf "\"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.service.additionalPorts (list "targetPort")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list (concat (list (dict "ports" $read3)) (concat .Values.coderd.sidecars $read2)) (list "ports" "name")) | fromJsonArray) false)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read4 (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read5 (list "name")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.env: expected variables that no other value sets, got %s" (printf "\"%s\", which values.%s sets: remove one of the two" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read4 (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read5 (list "name")) | fromJsonArray) true)) (include "coder.cdk8s.textAt" (list (dict "HUMAN_LOG" "logging.human" "JSON_LOG" "logging.json" "STACKDRIVER_LOG" "logging.stackdriver" "SPLUNK_URL" "logging.splunk.url" "SPLUNK_TOKEN" "logging.splunk.tokenSecret" "SPLUNK_CHANNEL" "logging.splunk.channel" "AMPLITUDE_API_KEY" "telemetry.amplitudeKey" "ENVBOX_IMAGE" "envbox.image" "CLUSTER_ADDRESS" "clusterDomain" "DEVURL_HOST" "hosts.devurls" "VERBOSE" "logging.verbose" "CODER_SATELLITE_PRIVATE_KEY" "satellite.privateKeySecret" "CODER_PRIMARY_ACCESS_URL" "satellite.primaryUrl" "CODER_SATELLITE_ACCESS_URL" "satellite.accessUrl" "SSL_SERVER_CERT_FILE" "tls" "SSL_SERVER_KEY_FILE" "tls" "OIDC_ENABLE_REFRESH" "oidc.enableRefresh" "OIDC_REDIRECT_OPTIONS" "oidc.redirectOptions" "SUPER_ADMIN_PASSWORD" "superAdmin.passwordSecret" "SCIM_AUTH_SECRET" "scim.authSecret" "http_proxy" "proxy.http" "https_proxy" "proxy.https" "no_proxy" "proxy.exempt" "TRUST_PROXY_IP" "reverseProxy.trustIp" "PROXY_TRUSTED_ORIGINS" "reverseProxy.trustedOrigins" "PROXY_TRUSTED_HEADERS" "reverseProxy.trustedHeaders" "SSL_CLIENT_CERT_FILE" "clientTls.secretName" "SSL_CLIENT_KEY_FILE" "clientTls.secretName" "CODER_ALTERNATE_HOSTNAMES" "hosts.alternates" "CODER_MIGRATE_BUILT_IN_PROVIDER" "serviceAccount.migrateBuiltInProvider" "POD_TOLERATIONS" "workspaces.tolerations" "POD_NODESELECTOR" "workspaces.nodeSelector" "DB_HOST" (ternary "evaluationDatabase.enabled" "database.host" .Values.evaluationDatabase.enabled) "DB_PORT" (ternary "evaluationDatabase.enabled" "database.port" .Values.evaluationDatabase.enabled) "DB_USER" (ternary "evaluationDatabase.enabled" "database.user" .Values.evaluationDatabase.enabled) "DB_PASSWORD" (ternary "evaluationDatabase.enabled" "database.passwordSecret" .Values.evaluationDatabase.enabled) "DB_PASSWORD_PATH" "database.passwordAsFile" "DB_CONNECTOR" "database.connector" "DB_SSL_MODE" (ternary "evaluationDatabase.enabled" "database.sslMode" .Values.evaluationDatabase.enabled) "DB_NAME" (ternary "evaluationDatabase.enabled" "database.name" .Values.evaluationDatabase.enabled) "DB_SEARCH_PATH" "database.searchPath" "DB_CERT" "database.tls.certSecret" "DB_KEY" "database.tls.keySecret" "DB_ROOT_CERT" "database.tls.rootCertSecret" "CODER_MAX_DB_CONNECTIONS" "database.poolSize" "GOMEMLIMIT" "goRuntime.memoryLimitPercentage" "GOMAXPROCS" "goRuntime.maxProcs") (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read4 (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read5 (list "name")) | fromJsonArray) true)) "")))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraEnv (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read5 (list "name")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.extraEnv: expected variables that no other value sets, got %s" (printf "\"%s\", which values.%s sets: remove one of the two" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraEnv (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read5 (list "name")) | fromJsonArray) true)) (include "coder.cdk8s.textAt" (list (dict "HUMAN_LOG" "logging.human" "JSON_LOG" "logging.json" "STACKDRIVER_LOG" "logging.stackdriver" "SPLUNK_URL" "logging.splunk.url" "SPLUNK_TOKEN" "logging.splunk.tokenSecret" "SPLUNK_CHANNEL" "logging.splunk.channel" "AMPLITUDE_API_KEY" "telemetry.amplitudeKey" "ENVBOX_IMAGE" "envbox.image" "CLUSTER_ADDRESS" "clusterDomain" "DEVURL_HOST" "hosts.devurls" "VERBOSE" "logging.verbose" "CODER_SATELLITE_PRIVATE_KEY" "satellite.privateKeySecret" "CODER_PRIMARY_ACCESS_URL" "satellite.primaryUrl" "CODER_SATELLITE_ACCESS_URL" "satellite.accessUrl" "SSL_SERVER_CERT_FILE" "tls" "SSL_SERVER_KEY_FILE" "tls" "OIDC_ENABLE_REFRESH" "oidc.enableRefresh" "OIDC_REDIRECT_OPTIONS" "oidc.redirectOptions" "SUPER_ADMIN_PASSWORD" "superAdmin.passwordSecret" "SCIM_AUTH_SECRET" "scim.authSecret" "http_proxy" "proxy.http" "https_proxy" "proxy.https" "no_proxy" "proxy.exempt" "TRUST_PROXY_IP" "reverseProxy.trustIp" "PROXY_TRUSTED_ORIGINS" "reverseProxy.trustedOrigins" "PROXY_TRUSTED_HEADERS" "reverseProxy.trustedHeaders" "SSL_CLIENT_CERT_FILE" "clientTls.secretName" "SSL_CLIENT_KEY_FILE" "clientTls.secretName" "CODER_ALTERNATE_HOSTNAMES" "hosts.alternates" "CODER_MIGRATE_BUILT_IN_PROVIDER" "serviceAccount.migrateBuiltInProvider" "POD_TOLERATIONS" "workspaces.tolerations" "POD_NODESELECTOR" "workspaces.nodeSelector" "DB_HOST" (ternary "evaluationDatabase.enabled" "database.host" .Values.evaluationDatabase.enabled) "DB_PORT" (ternary "evaluationDatabase.enabled" "database.port" .Values.evaluationDatabase.enabled) "DB_USER" (ternary "evaluationDatabase.enabled" "database.user" .Values.evaluationDatabase.enabled) "DB_PASSWORD" (ternary "evaluationDatabase.enabled" "database.passwordSecret" .Values.evaluationDatabase.enabled) "DB_PASSWORD_PATH" "database.passwordAsFile" "DB_CONNECTOR" "database.connector" "DB_SSL_MODE" (ternary "evaluationDatabase.enabled" "database.sslMode" .Values.evaluationDatabase.enabled) "DB_NAME" (ternary "evaluationDatabase.enabled" "database.name" .Values.evaluationDatabase.enabled) "DB_SEARCH_PATH" "database.searchPath" "DB_CERT" "database.tls.certSecret" "DB_KEY" "database.tls.keySecret" "DB_ROOT_CERT" "database.tls.rootCertSecret" "CODER_MAX_DB_CONNECTIONS" "database.poolSize" "GOMEMLIMIT" "goRuntime.memoryLimitPercentage" "GOMAXPROCS" "goRuntime.maxProcs") (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraEnv (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read5 (list "name")) | fromJsonArray) true)) "")))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read1 (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read6 (list "name")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.volumes: expected names that no volume of another value has, got %s" (printf "\"%s\", that of values.%s" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read1 (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read6 (list "name")) | fromJsonArray) true)) (include "coder.cdk8s.textAt" (list (include "coder.cdk8s.table-574263" dict | fromJson) (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list $read1 (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read6 (list "name")) | fromJsonArray) true)) "")))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumes (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read6 (list "name")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.extraVolumes: expected names that no volume of another value has, got %s" (printf "\"%s\", that of values.%s" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumes (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read6 (list "name")) | fromJsonArray) true)) (include "coder.cdk8s.textAt" (list (include "coder.cdk8s.table-574263" dict | fromJson) (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumes (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read6 (list "name")) | fromJsonArray) true)) "")))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumes (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read1 (list "name")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.extraVolumes: expected names that coderd.volumes does not have, got %s" (printf "\"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumes (list "name")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list $read1 (list "name")) | fromJsonArray) true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumeMounts (list "mountPath")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list (concat $read6 $read7) (list "mountPath")) | fromJsonArray) true)) }}
{{- fail (printf "values.coderd.extraVolumeMounts: expected places where nothing of another value is mounted, got %s" (printf "\"%s\"" (include "coder.cdk8s.firstText" (list (include "coder.cdk8s.textsAt" (list .Values.coderd.extraVolumeMounts (list "mountPath")) | fromJsonArray) (include "coder.cdk8s.textsAt" (list (concat $read6 $read7) (list "mountPath")) | fromJsonArray) true)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (not (eq (join "\n" (include "coder.cdk8s.textsAt" (list (concat (list (dict "mountPath" "/tmp/pgcerts")) $read6 $read7) (list "mountPath")) | fromJsonArray)) (join "\n" (include "coder.cdk8s.textsAt" (list (include "coder.cdk8s.mergeByName" (list (include "coder.cdk8s.data13" . | fromYamlArray)) | fromJsonArray) (list "name")) | fromJsonArray)))) }}
{{- fail "values.coderd.volumes: expected another mountPath for each, where nothing of another value is mounted, got two in one place" }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.trustedCertificate.name (or (eq (toString .Values.trustedCertificate.key) "host") (eq (toString .Values.trustedCertificate.key) "devurls") (eq (toString .Values.trustedCertificate.key) "client") (eq (toString .Values.trustedCertificate.key) "pg")) }}
{{- fail (printf "values.trustedCertificate.key: expected another key than host, devurls, client, pg, where other Secrets are mounted, got %s" (printf "\"%s\"" .Values.trustedCertificate.key)) }}
{{- end }}
{{- if and .Values.coderd.enabled (not (or (ne (toString .Values.database.host) "") .Values.evaluationDatabase.enabled)) (or .Values.database.host .Values.database.user .Values.database.name .Values.database.searchPath .Values.database.connector .Values.database.passwordSecret.name .Values.database.tls.certSecret.name .Values.database.tls.keySecret.name .Values.database.tls.rootCertSecret.name .Values.database.passwordAsFile (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize)))) }}
{{- fail ("values.database.host: expected a host, since other values of database are set (or say all of it in coderd.env), got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.database.passwordAsFile (not (or (ne (toString .Values.database.passwordSecret.name) "") .Values.evaluationDatabase.enabled)) }}
{{- fail ("values.database.passwordSecret.name: expected the name of a Secret, since database.passwordAsFile is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (not (ne (toString .Values.database.tls.keySecret.name) "")) .Values.database.tls.certSecret.name }}
{{- fail ("values.database.tls.keySecret.name: expected the name of a Secret, since database.tls.certSecret.name is set, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (not (ne (toString .Values.database.tls.certSecret.name) "")) .Values.database.tls.keySecret.name }}
{{- fail ("values.database.tls.certSecret.name: expected the name of a Secret, since database.tls.keySecret.name is set, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.evaluationDatabase.enabled (or .Values.database.host .Values.database.user .Values.database.name .Values.database.searchPath .Values.database.connector .Values.database.passwordSecret.name .Values.database.tls.certSecret.name .Values.database.tls.keySecret.name .Values.database.tls.rootCertSecret.name) }}
{{- fail "values.database: expected nothing but passwordAsFile, poolSize and maxConnections, since evaluationDatabase.enabled is true, got what says where another database is" }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.evaluationDatabase.enabled .Values.satellite.enabled }}
{{- fail "values.evaluationDatabase.enabled: expected false, since satellite.enabled is true, and a satellite has no database, got true" }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.evaluationDatabase.enabled (eq (toString .Values.evaluationDatabase.passwordSecret.name) "") }}
{{- fail ("values.evaluationDatabase.passwordSecret.name: expected the name of a Secret that exists, since evaluationDatabase.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (printf "%v" (ternary "" (int64 .Values.database.maxConnections) (kindIs "string" .Values.database.maxConnections))) (not (not (lt (float64 (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.database.maxConnections) (kindIs "string" .Values.database.maxConnections))) "0" (ne (toString (printf "%v" (ternary "" (int64 .Values.database.maxConnections) (kindIs "string" .Values.database.maxConnections)))) "")) | int64)) (float64 (int64 (minf 9007199254740991 (maxf -9007199254740991 (mulf (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize))) "30" (ne (toString (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize)))) "")) | int64) (ternary .Values.autoscaling.maxReplicas (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1" (ne (toString (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) "")) | int64) .Values.autoscaling.enabled))))))))) }}
{{- fail (printf "values.database.maxConnections: expected %s, got %s" (printf "at least %d, for %d pods (%s) with %d connections each (database.poolSize)" (int64 (int64 (minf 9007199254740991 (maxf -9007199254740991 (mulf (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize))) "30" (ne (toString (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize)))) "")) | int64) (ternary .Values.autoscaling.maxReplicas (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1" (ne (toString (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) "")) | int64) .Values.autoscaling.enabled)))))) (int64 (ternary .Values.autoscaling.maxReplicas (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas))) "1" (ne (toString (printf "%v" (ternary "" (int64 .Values.coderd.replicas) (kindIs "string" .Values.coderd.replicas)))) "")) | int64) .Values.autoscaling.enabled)) (ternary "autoscaling.maxReplicas" "coderd.replicas" .Values.autoscaling.enabled) (int64 (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize))) "30" (ne (toString (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize)))) "")) | int64))) (printf "%v" (ternary "" (int64 .Values.database.maxConnections) (kindIs "string" .Values.database.maxConnections)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.satellite.enabled (eq (toString .Values.satellite.primaryUrl) "") }}
{{- fail ("values.satellite.primaryUrl: expected a URL, since satellite.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.satellite.enabled (eq (toString .Values.satellite.accessUrl) "") }}
{{- fail ("values.satellite.accessUrl: expected a URL, since satellite.enabled is true, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.satellite.enabled (eq (toString .Values.satellite.privateKeySecret.name) "") }}
{{- fail ("values.satellite.privateKeySecret.name: expected the name of a Secret, since satellite.enabled is true, got \"\"") }}
{{- end }}
{{- if and (not (eq (toString .Values.metrics.monitor.kind) "None")) .Values.metrics.rules.enabled .Values.metrics.monitor.interval (not (le (include "coder.cdk8s.worth" (list (toString .Values.metrics.monitor.interval) (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list "2m" (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64))) }}
{{- fail (printf "values.metrics.monitor.interval: expected at most 2m, since the rules compute rates over 5m (or set metrics.rules.enabled to false), got %s" .Values.metrics.monitor.interval) }}
{{- end }}
{{- if and (not (eq (toString .Values.metrics.monitor.kind) "None")) .Values.metrics.rules.enabled .Values.metrics.alerts.scrapeSlow.enabled .Values.metrics.monitor.scrapeTimeout (not (le (include "coder.cdk8s.worth" (list (toString .Values.metrics.monitor.scrapeTimeout) (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list "0s" (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64))) (le (include "coder.cdk8s.worth" (list (toString .Values.metrics.monitor.scrapeTimeout) (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (printf "%ss" (toJson .Values.metrics.alerts.scrapeSlow.seconds)) (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64)) }}
{{- fail (printf "values.metrics.alerts.scrapeSlow.seconds: expected %s, got %s" (printf "less than metrics.monitor.scrapeTimeout, which is %s, since no scrape takes longer (or set metrics.alerts.scrapeSlow.enabled to false)" .Values.metrics.monitor.scrapeTimeout) (printf "%s" (toJson .Values.metrics.alerts.scrapeSlow.seconds))) }}
{{- end }}
{{- if and (not (eq (toString .Values.metrics.monitor.kind) "None")) .Values.metrics.monitor.interval .Values.metrics.monitor.scrapeTimeout (not (le (include "coder.cdk8s.worth" (list (toString .Values.metrics.monitor.scrapeTimeout) (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64) (include "coder.cdk8s.worth" (list (toString .Values.metrics.monitor.interval) (include "coder.cdk8s.table-a5bcd6" dict | fromJson)) | float64))) }}
{{- fail (printf "values.metrics.monitor.scrapeTimeout: expected %s, got %s" (printf "at most metrics.monitor.interval, which is %s" .Values.metrics.monitor.interval) .Values.metrics.monitor.scrapeTimeout) }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (eq (toString .Values.metrics.monitor.kind) "None") }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since metrics.monitor.kind is None (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (not .Values.coderd.enabled) (eq (toString .Values.metrics.monitor.kind) "ServiceMonitor") }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since the ServiceMonitor finds a Service of another chart (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (not (eq (toString .Values.metrics.monitor.kind) "None")) .Values.metrics.monitor.jobLabel (not (and .Values.coderd.enabled (or (eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/name") (eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/instance") (eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/component") (eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/part-of") (and (eq (toString .Values.metrics.monitor.kind) "PodMonitor") (or (eq (toString .Values.metrics.monitor.jobLabel) "app") (eq (toString .Values.metrics.monitor.jobLabel) "coder.deployment")))))) }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since metrics.monitor.jobLabel names no label that this chart sets itself (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (not (eq (toString .Values.metrics.monitor.kind) "None")) (or (eq (include "coder.cdk8s.hasItem" (list .Values.metrics.monitor.relabelings "targetLabel" "job")) "true") (eq (include "coder.cdk8s.hasItem" (list .Values.metrics.monitor.metricRelabelings "targetLabel" "job")) "true")) }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since a relabeling writes the label job (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- if and (eq (toString .Values.metrics.dashboards.kind) "GrafanaDashboard") .Values.metrics.dashboards.extra }}
{{- fail "values.metrics.dashboards.extra: expected none, since metrics.dashboards.kind is GrafanaDashboard (or set it to ConfigMap), got some" }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.hostBits" -}}
{{- $address := regexReplaceAll "/.*" . "" }}
{{- $head := "" }}
{{- $tail := "" }}
{{- if contains ":" $address }}
{{- range $group := regexFindAll "[0-9a-fA-F]+" (regexReplaceAll "::.*" $address "") -1 }}
{{- $head = printf "%s%016b" $head (int (print "0x" $group)) }}
{{- end }}
{{- range $group := regexFindAll "[0-9a-fA-F]+" (regexFind "::.*" $address) -1 }}
{{- $tail = printf "%s%016b" $tail (int (print "0x" $group)) }}
{{- end }}
{{- $head = print $head (repeat (int (sub (sub 128 (len $head)) (len $tail))) "0") $tail }}
{{- else }}
{{- range $byte := regexFindAll "[0-9]+" $address -1 }}
{{- $head = printf "%s%08b" $head (int $byte) }}
{{- end }}
{{- end }}
{{- regexReplaceAll (printf "^.{%s}" (regexFind "[0-9]+$" .)) $head "" }}
{{- end }}

{{- define "coder.cdk8s.variant" -}}
{{- $item := index . 0 }}
{{- $path := index . 1 }}
{{- $variants := index . 2 }}
{{- $text := get $item $variants.field | default $variants.default | toString | lower }}
{{- $reason := printf "where %s is %s" $variants.field ($text | default "not given") }}
{{- range $kind := $variants.kinds }}
{{- if has $text $kind.of }}
{{- range $field := $kind.required }}
{{- if not (hasKey $item $field) }}
{{- fail (printf "%s.%s: expected a value %s, got nothing" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field := $kind.refused }}
{{- if hasKey $item $field }}
{{- fail (printf "%s.%s: expected nothing %s, got a value" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field, $format := $kind.formats }}
{{- $found := get $item $field | toString }}
{{- if and (hasKey $item $field) (not (regexMatch $format.pattern $found)) }}
{{- fail (printf "%s.%s: expected %s %s, got %q" $path $field $format.title $reason $found) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.kinds" -}}
{
"nameOverride":"string",
"fullnameOverride":"string",
"commonLabels":"map",
"commonAnnotations":"map",
"image":{"registry":["string",0,0,"a registry host of at most 253 characters"],"repository":["string",0,0,"an image repository (a-z, 0-9, -._/) of at most 255 characters"],"envboxRepository":["string",0,0,"an image repository (a-z, 0-9, -._/) of at most 255 characters"],"tag":["string",0,0,"an image tag, in quotes of at most 128 characters"],"digest":"string","pullPolicy":["string",0,0,"one of \"Always\", \"IfNotPresent\", \"Never\""],"pullSecrets":"slice","pullSecretsByName":"map"},
"coderd":{"enabled":"bool","replicas":"string","labels":"map","annotations":"map","podLabels":"map","podAnnotations":"map","command":"slice","args":"slice","resources":{"requests":{"cpu":"string","memory":"string","ephemeral-storage":"string"},"limits":{"cpu":"string","memory":"string","ephemeral-storage":"string"}},"migrations":{"enabled":"bool"},"env":"map","extraEnv":"slice","envFrom":"slice","envFromByName":"map","volumes":["map",{},{"source":["map",{}],"mountPath":["string",""],"subPath":["string",""],"readOnly":["bool",false]}],"extraVolumes":"slice","extraVolumeMounts":"slice","initContainersBeforeMigrations":"slice","extraInitContainers":"slice","sidecars":"slice","sidecarsByName":"map","podSecurityContext":{"runAsNonRoot":"bool","runAsUser":"string","runAsGroup":"string","fsGroup":"string","seccompProfile":{"type":"string","localhostProfile":"string"}},"securityContext":{"runAsNonRoot":"bool","runAsUser":"string","runAsGroup":"string","readOnlyRootFilesystem":"bool","allowPrivilegeEscalation":"bool","capabilities":{"drop":"slice","add":"slice"},"seccompProfile":{"type":"string","localhostProfile":"string"}},"startupProbe":{"enabled":"bool","initialDelaySeconds":["float64",0,0,"an integer >= 0"],"periodSeconds":["float64",0,0,"an integer >= 1"],"timeoutSeconds":["float64",0,0,"an integer >= 1"],"failureThreshold":["float64",0,0,"an integer >= 1"]},"readinessProbe":{"enabled":"bool","initialDelaySeconds":["float64",0,0,"an integer >= 0"],"periodSeconds":["float64",0,0,"an integer >= 1"],"timeoutSeconds":["float64",0,0,"an integer >= 1"],"failureThreshold":["float64",0,0,"an integer >= 1"]},"livenessProbe":{"enabled":"bool","initialDelaySeconds":["float64",0,0,"an integer >= 0"],"periodSeconds":["float64",0,0,"an integer >= 1"],"timeoutSeconds":["float64",0,0,"an integer >= 1"],"failureThreshold":["float64",0,0,"an integer >= 1"]},"terminationGracePeriodSeconds":["float64",0,0,"an integer >= 0"],"lifecycle":"map","strategy":{"type":["string",0,0,"one of \"RollingUpdate\", \"Recreate\""],"rollingUpdate":{"maxSurge":["string",0,0,"an integer >= 0 or a percentage such as \"25%\""],"maxUnavailable":["string",0,0,"an integer >= 0 or a percentage such as \"25%\""]}},"nodeSelector":"map","tolerations":"slice","affinity":"map","topologySpreadConstraints":"slice","hostAliases":"map","dnsPolicy":"string","dnsConfig":{"nameservers":"slice","searches":"slice","options":"map"},"schedulerName":"string","runtimeClassName":"string","priorityClassName":"string"},
"podDisruptionBudget":{"enabled":"bool","maxUnavailable":["string",0,0,"an integer >= 0 or a percentage such as \"25%\""],"minAvailable":"string","unhealthyPodEvictionPolicy":"string"},
"autoscaling":{"enabled":"bool","minReplicas":["float64",0,0,"an integer >= 1"],"maxReplicas":["float64",0,0,"an integer >= 1"],"targetCPUUtilizationPercentage":"string","targetMemoryUtilizationPercentage":"string","behavior":"map"},
"goRuntime":{"memoryLimitPercentage":"string","maxProcs":"bool"},
"database":{"host":"string","port":["float64",0,0,"an integer >= 1 and <= 65535"],"user":"string","name":"string","searchPath":"string","passwordSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]},"passwordAsFile":"bool","connector":"string","sslMode":["string",0,0,"one of \"disable\", \"allow\", \"prefer\", \"require\", \"verify-ca\", \"verify-full\""],"tls":{"certSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]},"keySecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]},"rootCertSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]}},"poolSize":"string","maxConnections":"string"},
"evaluationDatabase":{"enabled":"bool","image":["string",0,0,"an image such as \"docker.io/coderenvs/envbox:1.36.2\" of at most 512 characters"],"passwordSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]},"userId":"string","storage":{"size":["string",0,0,"a quantity such as \"500m\" or \"1Gi\" of at most 32 characters"],"className":"string"},"resources":{"requests":{"cpu":"string","memory":"string","ephemeral-storage":"string"},"limits":{"cpu":"string","memory":"string","ephemeral-storage":"string"}}},
"tls":{"secretName":"string","devurlsSecretName":"string"},
"clientTls":{"secretName":"string"},
"trustedCertificate":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]},
"proxy":{"http":"string","https":"string","exempt":"string"},
"reverseProxy":{"trustIp":"bool","trustedOrigins":"slice","trustedHeaders":"slice"},
"satellite":{"enabled":"bool","primaryUrl":"string","accessUrl":"string","privateKeySecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]}},
"oidc":{"enableRefresh":"bool","redirectOptions":"map"},
"scim":{"authSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]}},
"superAdmin":{"passwordSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]}},
"logging":{"verbose":"bool","human":"string","json":"string","stackdriver":"string","splunk":{"url":"string","tokenSecret":{"name":"string","key":["string",0,0,"a key of a Secret (letters, digits, -._) of at most 253 characters"]},"channel":"string"}},
"telemetry":{"amplitudeKey":"string"},
"clusterDomain":["string",0,0,"a DNS name (a-z, 0-9, -, .) of at most 253 characters"],
"envbox":{"image":"string"},
"workspaces":{"tolerations":"slice","nodeSelector":"map","namespaces":["map",{},{"enabled":["bool",true],"role":["string",""],"createServiceAccount":["bool",true]}]},
"service":{"enabled":"bool","type":["string",0,0,"one of \"LoadBalancer\", \"NodePort\", \"ClusterIP\""],"labels":"map","annotations":"map","http":{"port":["float64",0,0,"an integer >= 1 and <= 65535"],"nodePort":"string"},"https":{"enabled":"bool","port":["float64",0,0,"an integer >= 1 and <= 65535"],"nodePort":"string"},"additionalPorts":"slice","externalTrafficPolicy":["string",0,0,"one of \"Local\", \"Cluster\""],"internalTrafficPolicy":"string","sessionAffinity":"string","loadBalancerIP":"string","loadBalancerClass":"string","loadBalancerSourceRanges":"slice","ipFamilyPolicy":"string","ipFamilies":"slice"},
"hosts":{"access":"string","devurls":"string","alternates":"slice","alternatesByName":"map"},
"ingress":{"enabled":"bool","className":"string","labels":"map","annotations":"map","tls":{"secretName":"string","devurlsSecretName":"string"}},
"gateway":{"enabled":"bool","parentRefs":"slice","labels":"map","annotations":"map"},
"certificates":{"enabled":"bool","issuerRef":{"name":"string","kind":["string",0,0,"one of \"Issuer\", \"ClusterIssuer\""],"group":["string",0,0,"a DNS name (a-z, 0-9, -, .) of at most 253 characters"]},"labels":"map","annotations":"map"},
"serviceAccount":{"create":"bool","name":"string","labels":"map","annotations":"map","migrateBuiltInProvider":"bool","automountToken":"bool"},
"rbac":{"create":"bool","role":["string",0,0,"one of \"Full\", \"Narrow\", \"None\""],"serviceAccounts":"bool","extraRules":"slice"},
"workspaceServiceAccount":{"create":"bool","labels":"map","annotations":"map"},
"networkPolicies":{"workspaces":{"enabled":"bool"},"coderd":{"enabled":"bool","monitoringNamespaces":"slice","profilingNamespaces":"slice","extraIngress":"slice","egress":{"restricted":"bool","database":{"peers":"slice","port":["float64",0,0,"an integer >= 1 and <= 65535"]},"apiServer":{"peers":"slice"},"extraRules":"slice"}},"evaluationDatabase":{"enabled":"bool"}},
"metrics":{"preset":["string",0,0,"one of \"full\", \"lean\", \"native\""],"service":{"enabled":"bool","labels":"map","annotations":"map"},"monitor":{"kind":["string",0,0,"one of \"PodMonitor\", \"ServiceMonitor\", \"None\""],"labels":"map","annotations":"map","target":{"matchLabels":"map","port":"string"},"namespaceSelector":{"any":"bool","matchNames":"slice"},"jobLabel":"string","podTargetLabels":"slice","path":"string","scheme":"string","interval":"string","scrapeTimeout":"string","honorLabels":"bool","relabelings":"slice","metricRelabelings":"slice","sampleLimit":"string","targetLimit":"string","labelLimit":"string","labelNameLengthLimit":"string","labelValueLengthLimit":"string","tlsConfig":"map","authorization":"map","scrapeClass":"string"},"rules":{"enabled":"bool","labels":"map","annotations":"map","job":"string","alertLabels":"map","runbookUrl":"string","extraGroups":"slice"},"slo":{"availability":["float64",0,0,"a number >= 0.5 and <= 0.99999"],"latency":["float64",0,0,"a number >= 0.5 and <= 0.99999"],"latencyMilliseconds":["float64",0,0,"one of 10, 25, 100, 500, 1000, 10000, 30000"]},"alerts":{"down":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"scrapeDown":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"targetsAbsent":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"replicasBelowDesired":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"metricsIncomplete":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"scrapeErrors":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","errors":["float64",0,0,"a number >= 0"]},"scrapeSlow":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","seconds":["float64",0,0,"a number >= 0"]},"crashLooping":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","restarts":["float64",0,0,"an integer >= 1"]},"podCrashLooping":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","restarts":["float64",0,0,"an integer >= 1"]},"apiErrorBudgetBurn":{"enabled":"bool","labels":"map","annotations":"map","badRequests":["float64",0,0,"an integer >= 0"]},"apiLatencyBudgetBurn":{"enabled":"bool","labels":"map","annotations":"map","badRequests":["float64",0,0,"an integer >= 0"]},"requestsStuck":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","seconds":["float64",0,0,"a number >= 1"],"requests":["float64",0,0,"an integer >= 0"]},"requestsRefused":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"],"requests":["float64",0,0,"an integer >= 0"]},"trafficGone":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"],"websockets":["float64",0,0,"an integer >= 0"]},"licenseExpiresSoon":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","days":["float64",0,0,"an integer >= 1"]},"licenseExpiresNow":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","days":["float64",0,0,"an integer >= 1"]},"licenseExpired":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"licenseViewsDiffer":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"licenseUnknown":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"licenseSeatsAlmostUsed":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"]},"licenseSeatsExhausted":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"jobsNotStarting":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map"},"jobQueueGrowing":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","factor":["float64",0,0,"a number >= 1"],"queue":["float64",0,0,"an integer >= 0"]},"jobsNotCompleting":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","started":["float64",0,0,"an integer >= 0"],"ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"]},"jobEnqueueSlow":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","seconds":["float64",0,0,"a number >= 0"],"jobs":["float64",0,0,"a number >= 0"]},"workspaceBuildSlow":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","seconds":["float64",0,0,"a number >= 0"],"builds":["float64",0,0,"a number >= 0"]},"databaseSlow":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","milliseconds":["float64",0,0,"a number >= 0"]},"databaseStalled":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","requestsPerSecond":["float64",0,0,"a number >= 0"]},"agentListenersDropped":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"],"agents":["float64",0,0,"an integer >= 0"]},"turnShareHigh":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0"],"connections":["float64",0,0,"an integer >= 0"]},"turnChurn":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","factor":["float64",0,0,"a number >= 1"],"connections":["float64",0,0,"an integer >= 0"]},"goroutineLeak":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","goroutines":["float64",0,0,"an integer >= 0"],"perSecond":["float64",0,0,"a number >= 0"]},"gcPressure":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"]},"schedulerLatencyHigh":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","seconds":["float64",0,0,"a number >= 0"]},"fdExhaustion":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"]},"memoryNearLimit":{"enabled":"bool","severity":["string",0,0,"a word (letters, digits, -_.) of at most 63 characters"],"for":["string",0,0,"a Prometheus duration such as \"30s\" of 1 to 32 characters"],"labels":"map","annotations":"map","ratio":["float64",0,0,"a number >= 0.01 and <= 0.99"]}},"dashboards":{"kind":["string",0,0,"one of \"ConfigMap\", \"GrafanaDashboard\", \"None\""],"labels":"map","annotations":"map","folder":"string","instanceSelector":"map","allowCrossNamespaceImport":"bool","extra":"map"}}
}
{{- end }}

import { type Read, fields, listOf, mapOf, number, optional, text } from '../../read';

// What the suites read of each kind.

export const metadata = fields({
  name: text,
  namespace: optional(text),
  uid: text,
  resourceVersion: text,
  generation: optional(number),
  deletionTimestamp: optional(text),
  labels: optional(mapOf(text)),
  annotations: optional(mapOf(text)),
});
export type Metadata = Read<typeof metadata>;

export const conditions = optional(listOf(fields({ type: text, status: text })));
export type Conditions = Read<typeof conditions>;

/** Whether a condition of this type is there, and true. */
export function isTrue(all: Conditions, type: string): boolean {
  return all?.some((condition) => condition.type === type && condition.status === 'True') ?? false;
}

const variable = fields({ name: text, value: optional(text) });
/** A variable of a container's environment. */
export type Variable = Read<typeof variable>;

const container = fields({ image: text, env: optional(listOf(variable)) });

export const pod = fields({
  metadata,
  spec: fields({ containers: listOf(container) }),
  status: fields({ podIP: optional(text), conditions }),
});
export type Pod = Read<typeof pod>;

export function isReady({ status }: Pod): boolean {
  return isTrue(status.conditions, 'Ready');
}

/** The address of a pod. Throws if it has none yet. */
export function addressOf({ metadata: { name }, status: { podIP } }: Pod): string {
  if (podIP === undefined) throw new Error(`pod ${name} has no address`);
  return podIP;
}

const securityContext = optional(fields({ runAsGroup: optional(number) }));

export const deployment = fields({
  metadata,
  spec: fields({
    selector: fields({ matchLabels: mapOf(text) }),
    template: fields({ spec: fields({ securityContext }) }),
  }),
  status: fields({ observedGeneration: optional(number), conditions }),
});
export type Deployment = Read<typeof deployment>;

export const service = fields({ metadata, spec: fields({ selector: mapOf(text) }) });
export type Service = Read<typeof service>;

export const event = fields({
  type: optional(text),
  reason: optional(text),
  involvedObject: fields({ apiVersion: optional(text), name: optional(text) }),
});
export type Event = Read<typeof event>;

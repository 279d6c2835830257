import type { CustomJson, FieldConfigJson, GrafanaPanelJson, OverrideJson } from './dashboard-json';

/** What an override may choose a field by. */
export interface FieldIdentity {
  /** The names it has or had: before and after a transformation. */
  readonly names: readonly string[];
  readonly refId: string;
  readonly type: 'number' | 'string' | 'time';
}

/** The configuration of one field: the panel's defaults, then each override that chooses it. */
export function fieldConfig(panel: GrafanaPanelJson, identity: FieldIdentity): FieldConfigJson {
  const overrides = (panel.fieldConfig?.overrides ?? []).filter((override) => chooses(override, identity));
  const properties = overrides.flatMap((override) => override.properties);
  return properties.reduce(withProperty, panel.fieldConfig?.defaults ?? {});
}

function chooses({ matcher: { id, options } }: OverrideJson, { names, refId, type }: FieldIdentity): boolean {
  switch (id) {
    case 'byName':
      return names.includes(String(options));
    case 'byNames':
      return namesOf(options).some((name) => names.includes(name));
    case 'byRegexp':
      return names.some((name) => grafanaPattern(String(options)).test(name));
    case 'byFrameRefID':
      return options === refId;
    case 'byType':
      return options === type;
    default:
      return false;
  }
}

function namesOf(options: unknown): readonly string[] {
  const { names } = (options ?? {}) as { readonly names?: readonly string[] };
  return names ?? [];
}

/** A regular expression as Grafana takes it: `/.../flags`, or the bare pattern. */
export function grafanaPattern(written: string): RegExp {
  const [, pattern, flags] = /^\/(.*)\/([gimsuy]*)$/.exec(written) ?? [];
  return new RegExp(pattern ?? written, (flags ?? '').replace(/[gy]/g, ''));
}

function withProperty(config: FieldConfigJson, { id, value }: OverrideJson['properties'][number]): FieldConfigJson {
  const [head = '', key] = id.split('.');
  if (head !== 'custom' || key === undefined) return { ...config, [head]: value };
  const custom: CustomJson = { ...config.custom, [key]: value };
  return { ...config, custom };
}

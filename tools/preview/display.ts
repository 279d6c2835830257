import type { FieldConfigJson, MappingJson, MappingResultJson } from './dashboard-json';
import { grafanaPattern } from './field-config';
import { cssColor } from './theme';
import { valueColor } from './thresholds';
import { type Clock, formatValue } from './units';

/** A value as a panel shows it. */
export interface Display {
  readonly text: string;
  readonly color: string;
}

/** The text and colour of a value: those of its mapping, else those of unit and thresholds. */
export function display(value: number | string | undefined, config: FieldConfigJson, clock: Clock): Display {
  const mapped = mappingOf(value, config.mappings ?? []);
  const number = typeof value === 'number' ? value : NaN;
  return {
    text: mapped?.text ?? plainText(value, config, clock),
    color: mapped?.color === undefined ? valueColor(number, config) : cssColor(mapped.color),
  };
}

function plainText(value: number | string | undefined, config: FieldConfigJson, clock: Clock): string {
  if (value === undefined) return config.noValue ?? '-';
  return typeof value === 'string' ? value : formatValue(value, config.unit, config.decimals, clock);
}

type Matching = (value: number | string | undefined, options: unknown) => MappingResultJson | undefined;

const MATCHING: Readonly<Record<string, Matching>> = {
  value: (value, options) => (options as Readonly<Record<string, MappingResultJson | undefined>>)[String(value)],
  range: (value, options) => {
    const { from, to, result } = options as RangeOptions;
    const inside = typeof value === 'number' && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
    return inside ? result : undefined;
  },
  regex: (value, options) => {
    const { pattern, result } = options as { readonly pattern: string; readonly result: MappingResultJson };
    return typeof value === 'string' && grafanaPattern(pattern).test(value) ? result : undefined;
  },
  special: (value, options) => {
    const { match, result } = options as { readonly match: string; readonly result: MappingResultJson };
    const isNull = value === undefined && match.includes('null');
    return isNull || (Number.isNaN(value) && match.includes('nan')) ? result : undefined;
  },
};

interface RangeOptions {
  readonly from?: number | null;
  readonly to?: number | null;
  readonly result: MappingResultJson;
}

function mappingOf(
  value: number | string | undefined,
  mappings: readonly MappingJson[],
): MappingResultJson | undefined {
  for (const { type, options } of mappings) {
    const result = MATCHING[type]?.(value, options);
    if (result !== undefined) return result;
  }
  return undefined;
}

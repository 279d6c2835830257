// What a kind of panel is given.
import type { DataFrame, FieldConfigSource, TimeRange } from '@grafana/data';
import type { PanelJson } from '../shared';
import type { Marks } from './marks';

/** A panel with what its queries answered. */
export interface Filled {
  readonly panel: PanelJson;
  readonly frames: DataFrame[];
  readonly fieldConfig: FieldConfigSource;
}

/** A panel, and the room that it has below its heading. */
export interface BodyProps extends Filled {
  readonly width: number;
  readonly height: number;
  readonly timeRange: TimeRange;
  readonly marks: readonly Marks[];
}

import type { Preset } from '../../src/observability/mixin';
import { debianPrometheus, goComponents } from '../components';

/** A release of Prometheus that the suite runs. */
export interface Release {
  readonly title: string;
  /** For names of files. */
  readonly name: string;
  /** The paths of the programs. */
  readonly prometheus: string;
  readonly promtool: string;
  /** The presets that it knows. */
  readonly presets: readonly Preset[];
}

/** The oldest and the newest release that the manifests are for. */
export async function releases(): Promise<{ readonly oldest: Release; readonly newest: Release }> {
  return {
    oldest: {
      title: 'Prometheus 2.42',
      name: 'prometheus2',
      ...(await debianPrometheus()),
      presets: ['full', 'lean'],
    },
    newest: {
      title: 'Prometheus 3.15',
      name: 'prometheus3',
      ...(await goComponents(['prometheus', 'promtool'])),
      presets: ['full', 'lean', 'native'],
    },
  };
}

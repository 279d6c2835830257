import type { WatchedProgram } from '../subject';
import type { GrafanaLink } from './grafana';

const KEEPING = { asDropdown: false, targetBlank: false, includeVars: true, keepTime: true };

/** Links to all dashboards, at the top of each. */
export function linksOf({ title, tag }: WatchedProgram): readonly GrafanaLink[] {
  return [{ type: 'dashboards', title, icon: 'external link', tooltip: '', url: '', tags: [tag], ...KEEPING }];
}

/** A link to a dashboard that tells more, with the same time and variables. */
export function linkTo(uid: string): GrafanaLink {
  const url = `/d/${uid}?\${__url_time_range}&\${__all_variables}`;
  return { type: 'link', title: 'More', icon: '', tooltip: '', url, tags: [], ...KEEPING };
}

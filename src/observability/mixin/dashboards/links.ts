import type { GrafanaLink } from './grafana';

/** Tag of every dashboard; the links between them look for it. */
export const TAG = 'coder';

const KEEPING = { asDropdown: false, targetBlank: false, includeVars: true, keepTime: true };

/** Links to all dashboards, at the top of each. */
export const LINKS: readonly GrafanaLink[] = [
  { type: 'dashboards', title: 'Coder', icon: 'external link', tooltip: '', url: '', tags: [TAG], ...KEEPING },
];

/** A link to a dashboard that tells more, with the same time and variables. */
export function linkTo(uid: string): GrafanaLink {
  const url = `/d/${uid}?\${__url_time_range}&\${__all_variables}`;
  return { type: 'link', title: 'More', icon: '', tooltip: '', url, tags: [], ...KEEPING };
}

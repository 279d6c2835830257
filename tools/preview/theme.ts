/** The colours of frames and texts: a light theme, each text at least 4.5:1 against what is behind it. */
export const THEME = {
  page: '#f4f5f5',
  panel: '#ffffff',
  border: '#d5d8dc',
  grid: '#e9ebee',
  axis: '#9aa0a6',
  text: '#24292e',
  dim: '#5c6570',
} as const;

/** Series take these in order; each is at least 3:1 on white. */
const PALETTE = [
  '#3d8b37',
  '#c77700',
  '#2f6fd0',
  '#d9364c',
  '#8a4fc4',
  '#0f8a8a',
  '#a8642a',
  '#c2389a',
  '#5a6b7b',
  '#7a8b00',
  '#1f4e9c',
  '#9b1c31',
];

/** Grafana's colour names, with tones that can be read on white. */
const NAMED: Readonly<Record<string, string>> = {
  green: '#3d8b37',
  yellow: '#b58900',
  orange: '#d2691e',
  red: '#cf2a3a',
  blue: '#2f6fd0',
  purple: '#8a4fc4',
  gray: '#6b7480',
  grey: '#6b7480',
  black: '#24292e',
  white: '#ffffff',
  text: THEME.text,
  transparent: 'transparent',
};

/** The colour of the series with this number, counted from 0. */
export function paletteColor(index: number): string {
  return PALETTE[index % PALETTE.length] ?? THEME.text;
}

/** A colour as SVG has it: Grafana's name (`semi-dark-red` is drawn as `red`), or a CSS colour, which is kept. */
export function cssColor(name: string): string {
  return NAMED[name.replace(/^(super-light|light|semi-dark|dark)-/, '')] ?? name;
}

/** How far towards white the shades of a colour go, or towards black if negative. */
const SHADES = [0, 0.3, -0.3, 0.5, -0.5];

/** One of the shades of a colour; the first is the colour itself. */
export function shadeOf(name: string, index: number): string {
  const color = cssColor(name);
  const [, digits] = /^#([0-9a-f]{6})$/i.exec(color) ?? [];
  const part = SHADES[index % SHADES.length] ?? 0;
  if (digits === undefined || part === 0) return color;
  const mixed = [0, 2, 4].map((at) => {
    const channel = parseInt(digits.slice(at, at + 2), 16);
    const shade = channel + Math.abs(part) * ((part > 0 ? 255 : 0) - channel);
    return Math.round(shade).toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/** Steps of a heat map, from the palest to the darkest. */
export const HEAT = [
  '#fff1dc',
  '#fee0ba',
  '#fdca94',
  '#fcb06e',
  '#f9924d',
  '#f07433',
  '#de5821',
  '#c13f18',
  '#9c2b14',
  '#741c10',
] as const;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A place and a size in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write these characters.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it stands in XML, in content and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** A coordinate with at most one decimal: finer ones only make the picture larger. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** An element; attributes that are undefined are left out, `children` is XML already. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [` ${key}="${typeof value === 'number' ? coordinate(value) : escapeXml(value)}"`];
  });
  const start = `<${name}${written.join('')}`;
  return children === '' ? `${start}/>` : `${start}>${children}</${name}>`;
}

/** How a text looks; `size` 12 and the usual text colour if not given. */
export interface TextStyle {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A rim of this colour, so that a text over lines can be read. */
  readonly rim?: string;
}

/** One line of text. */
export function text(content: string, { x, y, size = 12, bold = false, fill, anchor, rim }: TextStyle): string {
  const attributes = {
    x,
    y,
    'font-size': size === 12 ? undefined : size,
    'font-weight': bold ? '600' : undefined,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...(rim === undefined ? {} : { stroke: rim, 'stroke-width': 3, 'paint-order': 'stroke' }),
  };
  return element('text', attributes, escapeXml(content));
}

/** A filled rectangle. */
export function rect(box: Box, attributes: Attributes): string {
  return element('rect', { x: box.x, y: box.y, width: Math.max(0, box.width), height: box.height, ...attributes });
}

/** Children moved to another place. */
export function moved(x: number, y: number, children: string): string {
  return children === '' ? '' : element('g', { transform: `translate(${coordinate(x)} ${coordinate(y)})` }, children);
}

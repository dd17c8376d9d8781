import { KpiError } from '../core/error.js';

/** An element's children by name – a list where a name comes twice –, its attributes under `@name`; a leaf is its text. */
export type XmlValue = string | { [name: string]: XmlValue | XmlValue[] };

const token =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
  readonly name: string;
  readonly members: Record<string, XmlValue | XmlValue[]>;
  text: string;
}

/**
 * Reads a report as XML: elements, attributes and text, the five named entities and characters by number. A document
 * type, and with it every entity of its own, is refused.
 *
 * @throws KpiError `malformed-data` with `position` (from 0) and `excerpt`
 */
export function readXml(text: string): XmlValue {
  const root = opened('');
  const path = [root];
  for (token.lastIndex = 0; token.lastIndex < text.length;) {
    const at = token.lastIndex;
    const found = token.exec(text);
    const element = path.at(-1)!;
    if (!found) throw malformed(text, at);
    const [, data, end, name, attributes = '', isEmpty, plain] = found;
    if (data !== undefined) element.text += data;
    else if (plain !== undefined) element.text += decoded(plain, text, at);
    else if (end) {
      if (element.name !== name || path.length === 1) throw malformed(text, at);
      path.pop();
      add(path.at(-1)!, name, valueOf(element));
    } else if (name !== undefined) {
      const child = opened(name);
      for (const [, key = '', double, single = ''] of attributes.matchAll(attribute)) {
        child.members[`@${key}`] = decoded(double ?? single, text, at);
      }
      if (isEmpty) add(element, name, valueOf(child));
      else path.push(child);
    }
  }
  if (path.length > 1 || root.text.trim()) throw malformed(text, text.length);
  return valueOf(root);
}

/** Without a prototype: an element may have any name. */
const opened = (name: string): Open => ({ name, members: Object.create(null) as Open['members'], text: '' });

const valueOf = ({ members, text }: Open): XmlValue => (Object.keys(members).length > 0 ? members : text.trim());

function add({ members }: Open, name: string, value: XmlValue): void {
  const known = members[name];
  if (known === undefined) members[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else members[name] = [known, value];
}

const named = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

function decoded(raw: string, text: string, at: number): string {
  return raw.replace(/&([^;&]{0,10};?)/g, (_entity, name: string) => {
    const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+));$/i.exec(name) ?? [];
    const code = parseInt(hex ?? decimal ?? '', hex ? 16 : 10);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    const character = name.endsWith(';') ? named.get(name.slice(0, -1)) : undefined;
    if (character === undefined) throw malformed(text, at + raw.indexOf('&'));
    return character;
  });
}

function malformed(text: string, position: number): KpiError {
  const excerpt = text.slice(position, position + 40);
  const message = `The XML cannot be read from character ${position + 1}: ${excerpt || 'it ends too early'}`;
  return new KpiError('malformed-data', message, { position, excerpt });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KpiError } from '../../src/core/error.js';
import { readXml } from '../../src/formats/xml.js';

const own = (text: string): unknown => JSON.parse(JSON.stringify(readXml(text)));

describe('XML', () => {
  it('is elements, lists where a name comes twice, attributes and text', () => {
    const text = `<?xml version="1.0"?><!-- a > b --><r a="1 &lt; 2" b='"'><x>1</x><x/><y> 2 &amp; 3 </y><z><![CDATA[<&]]></z></r>\n`;
    expect(own(text)).toEqual({ r: { '@a': '1 < 2', '@b': '"', x: ['1', ''], y: '2 & 3', z: '<&' } });
    expect(own('<r>&#65;&#x42;&quot;&apos;&gt;</r>')).toEqual({ r: `AB"'>` });
  });

  it.each([
    '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
    '<r>&a;</r>',
    '<r>&#x110000;</r>',
    '<r>&valueOf;</r>',
    '<r>a & b</r>',
    '<r><a></r></a>',
    '<r>',
    '</r>',
    '<r a=1/>',
    '<r/>tail',
    '<!-- open',
  ])('is refused: %s', (text) => {
    expect(() => readXml(text)).toThrow(expect.objectContaining({ code: 'malformed-data' }));
  });

  it('has no prototype to be changed, and any depth', () => {
    readXml('<__proto__><polluted>1</polluted></__proto__>');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const depth = 100_000;
    expect(() => readXml('<a>'.repeat(depth) + '</a>'.repeat(depth))).not.toThrow();
  });

  it('law: any text is a value or a KpiError', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d">',
      '</b>',
      '<e/>',
      '&amp;',
      '&',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      'x',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          try {
            readXml(text);
          } catch (error) {
            expect(error).toBeInstanceOf(KpiError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('law: text comes out as it went in', () => {
    const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readXml(`<r>${escaped(text)}</r>`)).toEqual(Object.assign(Object.create(null), { r: text.trim() }));
      }),
    );
  });
});

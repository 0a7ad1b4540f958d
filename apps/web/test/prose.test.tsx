import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Prose } from '../components/ui/Prose';
import { blocksOf } from '../lib/tables';

const shown = (text: string) => renderToStaticMarkup(<Prose text={text} />);

describe('a text that somebody brought along', () => {
  it('is shown with headings, lists, emphasis and links to the web', () => {
    const html = shown('## Goals\n\nBe **clear**.\n\n- one\n- two\n\n[more](https://example.org/x)');
    for (const part of ['<h3>Goals</h3>', '<strong>clear</strong>', '<li>one</li>'])
      expect(html).toContain(part);
    expect(html).toContain(
      '<a href="https://example.org/x" target="_blank" rel="noopener noreferrer nofollow">',
    );
  });

  it('has no way to run anything, to fetch anything, or to lead to where it should not', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<iframe src="https://evil.example"></iframe>',
      '<svg onload=alert(1)>',
      '<style>body{display:none}</style>',
      '<form action="https://evil.example"><input name=a></form>',
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert(1))',
      '[x](java\tscript:alert(1))',
      '[x](data:text/html;base64,PHNjcmlwdD4=)',
      '[x](vbscript:x)',
      '[x](//evil.example)',
      '[x](/host?scenario=x)',
      '![x](https://evil.example/track.png)',
      '![x](data:image/svg+xml,<svg onload=alert(1)>)',
      '[a]: javascript:alert(1)\n\n[a]',
      '<https://ok.example> <javascript:alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
      '<div style="position:fixed;inset:0">x</div>',
      '| <script>alert(1)</script> | [x](javascript:alert(1)) |\n| --- | --- |\n| <img src=x onerror=a> | ![y](https://evil.example/y) |',
      '```\n<script>alert(1)</script>\n```',
    ];
    for (const text of hostile) {
      const html = shown(text);
      expect(html).not.toMatch(/<(?:script|img|iframe|svg|style|form|input|object|embed|link|meta|base)\b/i);
      expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|src|srcset|action)=/i);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(links.filter((href) => !/^https?:\/\//.test(href ?? ''))).toEqual([]);
    }
  });

  it('shows tables as tables, whatever stands in their cells', () => {
    const html = shown('Before\n\n| a | b |\n| --- | :-: |\n| *x* | y \\| z |\n| only |\n\nAfter');
    expect(html).toMatch(/<th[^>]*>.*a.*<\/th>/s);
    expect(html).toContain('<em>x</em>');
    expect(html).toContain('y | z');
    expect(html.indexOf('After')).toBeGreaterThan(html.indexOf('</table>'));
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html.match(/<td/g)).toHaveLength(4);
  });

  it('takes nothing for a table that is none', () => {
    for (const text of [
      'a | b',
      'a | b\nc | d',
      '```\na | b\n--- | ---\n```',
      'Heading\n---',
      '| a |\n\n| --- |',
    ])
      expect(blocksOf(text).every((block) => block.kind === 'text')).toBe(true);
  });
});

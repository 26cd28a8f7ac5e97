import { describe, expect, test } from 'vitest';
import { element, group, xmlText } from '../../src/demonstration/xml.ts';

describe('the writing of XML', () => {
  test('the three reserved characters become entities, once', () => {
    expect(xmlText('R&D < 48 h > &amp;')).toBe('R&amp;D &lt; 48 h &gt; &amp;amp;');
  });

  test('what is absent is not written', () => {
    expect(element(2, 'SIRET_CERTIFICATEUR', null)).toBe('');
    expect(group(2, 'CERTIFICATEURS', '')).toBe('');
  });

  test('elements are indented by two spaces per depth', () => {
    expect(group(1, 'A', element(2, 'B', 5))).toBe('  <A>\n    <B>5</B>\n  </A>\n');
  });
});

import { describe, expect, test } from 'vitest';
import { isWebAddress } from '../../../src/domain/nomenclature/web-address.ts';

describe('one address of a web page', () => {
  test.each([
    'https://ecole-pstc.fr/metiers-de-la-communication/responsable-marketing-et-communication',
    'http://www.example.org',
    'HTTPS://WWW.EXAMPLE.ORG/',
    'https://www.example.org:8443/a/b.pdf?x=1&y=a%20b#c',
    'https://www.école.example/été',
    'https://my_school.example.org/',
    'https://www.example.org./',
    'https://web.archive.org/web/2020/https://www.example.org/',
    'https://www.example.org/?to=https://other.example.org',
  ])('is %s', (text) => {
    expect(isWebAddress(text)).toBe(true);
  });

  test.each([
    '',
    'www.example.org/x',
    'example.org',
    '//www.example.org',
    'ftp://www.example.org',
    'mailto:someone@example.org',
    'javascript:alert(1)',
    'https:www.example.org',
    'http:/www.example.org',
    'http//www.example.org',
    'https://',
    'https://example',
    'http://http://www.example.org',
    'https://www.example.org/a b',
    ' https://www.example.org',
    'https://www.example.org\nhttps://other.example.org',
    'https://www.example.org https://other.example.org',
    'https://www.example.org;https://other.example.org',
    'https://www.example.org/a,https://other.example.org/b',
    'https://www.example.orghttps://other.example.org',
    'https://www.example.org;other.example.org',
    'https://www..org/',
    'Voir https://www.example.org',
    'Sans objet',
  ])('is not "%s"', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { PUBLIC, type Reader, readerKey } from '../../../src/domain/access/reader.ts';
import { ReaderAccess } from '../../../src/domain/access/reader-access.ts';

const BODY: Reader = { role: 'BODY', siren: '552100554', name: 'alpha' };

describe('the key of a reader', () => {
  test('is empty for everybody', () => {
    expect(readerKey(PUBLIC)).toBe('');
  });

  test('tells apart readers of another role, body or name', () => {
    const readers: Reader[] = [
      ...[PUBLIC, BODY, { ...BODY, siren: '443061841' }, { ...BODY, name: 'beta' }],
      ...[
        { role: 'EXAMINER', name: 'alpha' } as const,
        { role: 'OPERATOR', name: 'alpha' } as const,
      ],
      // A name may look like a key.
      ...[{ role: 'EXAMINER', name: '552100554 alpha' } as const, { ...BODY, name: '' }],
    ];
    expect(new Set(readers.map(readerKey)).size).toBe(readers.length);
  });
});

describe('an access', () => {
  test('notes that a reader with a role was looked at, and not everybody', () => {
    const [body, everybody] = [new ReaderAccess(BODY), new ReaderAccess()];
    expect([body.isConsulted, everybody.isConsulted]).toEqual([false, false]);
    expect([body.reader, everybody.reader]).toEqual([BODY, PUBLIC]);
    expect([body.isConsulted, everybody.isConsulted]).toEqual([true, false]);
  });

  test('gives what was read once, in order, and depends on its reader from then on', () => {
    const access = new ReaderAccess(BODY);
    expect(access.takeRead()).toEqual([]);
    for (const code of ['RNCP2', 'RNCP1', 'RNCP2']) access.read(code);
    expect(access.takeRead()).toEqual(['RNCP1', 'RNCP2']);
    expect(access.takeRead()).toEqual([]);
    expect(access.isConsulted).toBe(true);
    access.read('RNCP2');
    expect(access.takeRead()).toEqual(['RNCP2']);
  });

  test('refuses that restricted figures are read for everybody', () => {
    expect(() => new ReaderAccess().read('RNCP1')).toThrow('RNCP1 were read for a reader without');
  });
});

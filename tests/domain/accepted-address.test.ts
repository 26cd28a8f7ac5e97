import { describe, expect, test } from 'vitest';
import { isAcceptedAddress, isLoopback } from '../../src/domain/accepted-address.ts';

describe('a host', () => {
  test.each(['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]'])(
    '%s is this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  test.each([
    ...['', '0.0.0.0', '::', '[::]', '10.0.0.1', '192.0.2.1', 'example.org', '::11', '[::1]x'],
    ...['localhost.example.org', '127.0.0.1.example.org', '127.0.0', 'x127.0.0.1', '2001:db8::1'],
  ])('%j is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe('an address', () => {
  test.each([
    'https://login.example.org/realms/x',
    'https://[2001:db8::1]/x',
    'http://localhost:8080/x',
    'http://127.0.0.1/x',
    'http://[::1]:8080/x',
  ])('%s is accepted', (address) => {
    expect(isAcceptedAddress(address)).toBe(true);
  });

  test.each([
    'http://login.example.org/realms/x',
    'http://[2001:db8::1]/x',
    'http://192.0.2.1/x',
    'http://localhost.example.org/x',
    'https://user@login.example.org/x',
    'https://user:password@login.example.org/x',
    'ftp://localhost/x',
    'login.example.org',
    '',
  ])('%j is not', (address) => {
    expect(isAcceptedAddress(address)).toBe(false);
  });
});

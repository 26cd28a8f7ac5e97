import { expect, test } from 'vitest';
import { ORDER_DIRECTIONS } from '../../src/domain/order.ts';

test('a list is ordered upwards or downwards', () => {
  expect(ORDER_DIRECTIONS).toEqual(['ASC', 'DESC']);
});

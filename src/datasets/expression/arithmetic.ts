/** Numbers of two lists, row by row; a list of one number stands for all rows. Absent = NaN. */
export type OverRows = (made: Float64Array, left: Float64Array, right: Float64Array) => void;

/** From a row to the next one. */
function stepOf(made: Float64Array, given: Float64Array): 0 | 1 {
  return given.length === made.length ? 1 : 0;
}

/**
 * Arithmetic in a loop for each operator: a function that is called for every row takes four times as
 * long. What is absent stays so, as NaN makes nothing but NaN.
 */
export const OVER_ROWS = {
  add: (made, left, right) => {
    const [step, other] = [stepOf(made, left), stepOf(made, right)];
    for (let row = 0; row < made.length; row++) {
      made[row] = (left[row * step] as number) + (right[row * other] as number);
    }
  },
  sub: (made, left, right) => {
    const [step, other] = [stepOf(made, left), stepOf(made, right)];
    for (let row = 0; row < made.length; row++) {
      made[row] = (left[row * step] as number) - (right[row * other] as number);
    }
  },
  mul: (made, left, right) => {
    const [step, other] = [stepOf(made, left), stepOf(made, right)];
    for (let row = 0; row < made.length; row++) {
      made[row] = (left[row * step] as number) * (right[row * other] as number);
    }
  },
  div: (made, left, right) => {
    const [step, other] = [stepOf(made, left), stepOf(made, right)];
    for (let row = 0; row < made.length; row++) {
      made[row] = (left[row * step] as number) / (right[row * other] as number);
    }
  },
} satisfies Readonly<Record<string, OverRows>>;

/** Rows that a column has room for at first. */
const ROOM = 1_024;

/** Different values that a column of few may have; places of two bytes name them. */
const MOST_VALUES = 65_535;

/** A column of few different values: two bytes a row, each value once. */
export class InternedColumn<Value extends string> {
  readonly #values: (Value | null)[] = [null];
  readonly #placeOf = new Map<Value | null, number>([[null, 0]]);
  #places = new Uint16Array(ROOM);

  /** Throws `RangeError` past 65,535 different values. */
  set(row: number, value: Value | null): void {
    let place = this.#placeOf.get(value);
    if (place === undefined) {
      place = this.#values.length;
      if (place > MOST_VALUES) throw new RangeError('a column of codes has too many values');
      this.#values.push(value);
      this.#placeOf.set(value, place);
    }
    if (row >= this.#places.length) this.#places = grown(this.#places, row);
    this.#places[row] = place;
  }

  get(row: number): Value | null {
    return this.#values[this.#places[row] ?? 0] ?? null;
  }

  /** The place of the value of a row among the values of the column; 0 = null. */
  placeAt(row: number): number {
    return this.#places[row] ?? 0;
  }
}

/** A column of whole numbers from 0 to 2³² − 1; 0 of rows that none was set of. */
export class NumberColumn {
  #numbers = new Uint32Array(ROOM);

  set(row: number, value: number): void {
    if (row >= this.#numbers.length) this.#numbers = grown(this.#numbers, row);
    this.#numbers[row] = value;
  }

  get(row: number): number {
    return this.#numbers[row] ?? 0;
  }
}

/** A column of 16 bytes a row, given and read as 32 hexadecimal characters. */
export class HashColumn {
  #bytes = Buffer.alloc(ROOM * 16);

  set(row: number, hash: string): void {
    if ((row + 1) * 16 > this.#bytes.length) {
      const larger = Buffer.alloc(this.#bytes.length * 2);
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#bytes.write(hash, row * 16, 16, 'hex');
  }

  get(row: number): string {
    return this.#bytes.toString('hex', row * 16, row * 16 + 16);
  }
}

function grown<Numbers extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  numbers: Numbers,
  row: number,
): Numbers {
  const Kind = numbers.constructor as new (length: number) => Numbers;
  const larger = new Kind(Math.max(row + 1, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

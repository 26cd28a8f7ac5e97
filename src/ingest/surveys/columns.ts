/** Rows of a page of a column: columns grow by pages, and nothing is copied. */
const PAGE = 16_384;

/** Different values that places of one byte name, and of two. */
const FEW_VALUES = 255;
const MOST_VALUES = 65_535;

/** A column of few different values: a byte or two a row, each value once. */
export class InternedColumn<Value extends string> {
  readonly #values: (Value | null)[] = [null];
  readonly #placeOf = new Map<Value | null, number>([[null, 0]]);
  #pages: (Uint8Array | Uint16Array)[] = [];

  /** Throws `RangeError` past 65,535 different values. */
  set(row: number, value: Value | null): void {
    let place = this.#placeOf.get(value);
    if (place === undefined) {
      place = this.#values.length;
      if (place > MOST_VALUES) throw new RangeError('a column of codes has too many values');
      this.#values.push(value);
      this.#placeOf.set(value, place);
      if (place === FEW_VALUES + 1) this.#pages = this.#pages.map((page) => Uint16Array.from(page));
    }
    const Kind = this.#values.length > FEW_VALUES + 1 ? Uint16Array : Uint8Array;
    pageOf<Uint8Array | Uint16Array>(this.#pages, row, Kind)[row % PAGE] = place;
  }

  get(row: number): Value | null {
    return this.#values[this.#pages[Math.floor(row / PAGE)]?.[row % PAGE] ?? 0] ?? null;
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A column of whole numbers from 0 to 2³² − 1, or less of a smaller kind; 0 of rows that none was set of. */
export class NumberColumn {
  readonly #pages: Numbers[] = [];
  readonly #Kind: new (
    length: number,
  ) => Numbers;

  constructor(Kind: new (length: number) => Numbers = Uint32Array) {
    this.#Kind = Kind;
  }

  set(row: number, value: number): void {
    pageOf(this.#pages, row, this.#Kind)[row % PAGE] = value;
  }

  get(row: number): number {
    return this.#pages[Math.floor(row / PAGE)]?.[row % PAGE] ?? 0;
  }
}

/** A column of 16 bytes a row, given and read as 32 hexadecimal characters. */
export class HashColumn {
  readonly #pages: Buffer[] = [];

  set(row: number, hash: string): void {
    const page = Math.floor(row / PAGE);
    while (this.#pages.length <= page) this.#pages.push(Buffer.alloc(PAGE * BYTES));
    this.#pages[page]?.write(hash, (row % PAGE) * BYTES, BYTES, 'hex');
  }

  /** Throws `RangeError` of a row that none was set of. */
  get(row: number): string {
    const page = this.#pages[Math.floor(row / PAGE)];
    if (!page) throw new RangeError(`row ${row} has no hash`);
    const at = (row % PAGE) * BYTES;
    return page.toString('hex', at, at + BYTES);
  }
}

/** Bytes of a hash. */
const BYTES = 16;

/** Slots that an index has at first: a power of two. */
const SLOTS = 1_024;

/**
 * Whole numbers by hash, 28 to 36 bytes each. A map of texts takes three times as much, and makes the
 * heap grow by three times that again.
 */
export class HashMapColumn {
  size = 0;
  readonly #hashes = new HashColumn();
  readonly #values = new NumberColumn();
  /** Places of entries + 1, from that of their first bytes on; 0 = free. Hashes are random under a secret. */
  #slots = new Uint32Array(SLOTS);

  /** The number of a hash; undefined when there is none. */
  get(hash: string): number | undefined {
    const place = this.#slots[this.#slotOf(hash)] ?? 0;
    return place === 0 ? undefined : this.#values.get(place - 1);
  }

  /** Sets the number of a hash, from 0 to 2³² − 1. */
  set(hash: string, value: number): void {
    if (2 * (this.size + 1) > this.#slots.length) this.#grow();
    const slot = this.#slotOf(hash);
    const known = this.#slots[slot] ?? 0;
    const place = known === 0 ? this.size : known - 1;
    this.#values.set(place, value);
    if (known !== 0) return;
    this.#hashes.set(place, hash);
    this.#slots[slot] = place + 1;
    this.size += 1;
  }

  /** The slot of a hash, or the free one that it would have. */
  #slotOf(hash: string): number {
    const last = this.#slots.length - 1;
    let slot = Number.parseInt(hash.slice(0, 8), 16) & last;
    for (let place = this.#slots[slot]; place; place = this.#slots[slot]) {
      if (this.#hashes.get(place - 1) === hash) return slot;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let place = 0; place < this.size; place++) {
      this.#slots[this.#slotOf(this.#hashes.get(place))] = place + 1;
    }
  }
}

/** The page of a row, made if it is not there. */
function pageOf<Page extends Numbers>(
  pages: Page[],
  row: number,
  Kind: new (length: number) => Page,
): Page {
  const page = Math.floor(row / PAGE);
  while (pages.length <= page) pages.push(new Kind(PAGE));
  return pages[page] as Page;
}

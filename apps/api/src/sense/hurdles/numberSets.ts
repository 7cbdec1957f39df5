/** Many sets of small whole numbers, a bit for each. */
export class NumberSets {
  readonly #words: number;
  readonly #bits: Uint32Array;

  /** @param numbers each set holds numbers under this. */
  constructor(sets: number, numbers: number) {
    this.#words = Math.max(1, Math.ceil(numbers / 32));
    this.#bits = new Uint32Array(sets * this.#words);
  }

  add(set: number, number: number): void {
    const word = set * this.#words + (number >>> 5);
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (number & 31));
  }

  count(set: number): number {
    let count = 0;
    for (let word = set * this.#words; word < (set + 1) * this.#words; word += 1) {
      for (let bits = this.#bits[word] ?? 0; bits !== 0; bits &= bits - 1) count += 1;
    }
    return count;
  }
}

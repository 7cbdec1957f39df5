import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, isWellFormed, makeSecret, shownPrefix } from "./secret";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

test("a key has its mark, its length and only letters and digits", () => {
  const secrets = Array.from({ length: 200 }, makeSecret);
  for (const secret of secrets) {
    expect(secret).toMatch(/^arl_[0-9A-Za-z]{40}$/);
    expect(isWellFormed(secret)).toBe(true);
  }
  expect(new Set(secrets).size).toBe(secrets.length);
});

test("every digit turns up in the random part about as often as the others", () => {
  const text = Array.from({ length: 500 }, () => makeSecret().slice(4, 38)).join("");
  const expected = text.length / ALPHABET.length;
  for (const digit of ALPHABET) expect(Math.abs(text.split(digit).length - 1 - expected)).toBeLessThan(6 * Math.sqrt(expected));
});

test("the part that is not shown is worth at least 160 bits", () => {
  const secret = makeSecret();
  const hidden = secret.length - shownPrefix(secret).length - 6;
  expect(hidden * Math.log2(ALPHABET.length)).toBeGreaterThan(160);
  expect(secret.startsWith(shownPrefix(secret))).toBe(true);
});

test("one wrong character, or two that changed places, is noticed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 43 }), fc.constantFrom(...ALPHABET), (at, digit) => {
      const secret = makeSecret();
      fc.pre(secret[at] !== digit);
      expect(isWellFormed(secret.slice(0, at) + digit + secret.slice(at + 1))).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 42 }), (at) => {
      const secret = makeSecret();
      fc.pre(secret[at] !== secret[at + 1]);
      expect(isWellFormed(secret.slice(0, at) + secret.charAt(at + 1) + secret.charAt(at) + secret.slice(at + 2))).toBe(false);
    }),
  );
});

test.each(["", "arl_", "arl", "xyz_" + "0".repeat(40), " ", "null", "arl_" + "é".repeat(40), "arl_" + "0".repeat(39)])("%j is no key", (text) => {
  expect(isWellFormed(text)).toBe(false);
});

test("any other text is no key, and asking never fails", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isWellFormed(text)).toBe(false);
    }),
  );
});

test("what is kept tells keys apart and is not the key", () => {
  const [one, other] = [makeSecret(), makeSecret()];
  expect(hashOf(one)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf(one)).toBe(hashOf(one));
  expect(hashOf(one)).not.toBe(hashOf(other));
});

import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Every key begins with it, so that a scanner for leaked secrets knows one where it sees one. */
const MARK = "arl_";

/** Each is worth 5.95 bits: 202 in all, 166 of them never shown again. */
const RANDOM_DIGITS = 34;

/** As many as 32 bits need. */
const CHECKSUM_DIGITS = 6;

const SHOWN = MARK.length + 6;

const WELL_FORMED = new RegExp(`^${MARK}([0-9A-Za-z]{${RANDOM_DIGITS}})([0-9A-Za-z]{${CHECKSUM_DIGITS}})$`);

/**
 * A new key: the mark, random digits in base 62, and their CRC-32, by which a mistyped key is told from a wrong one
 * without asking the database.
 * Format: GitHub Engineering, "Behind GitHub's new authentication token formats", 2021.
 */
export function makeSecret(): string {
  const random = Array.from({ length: RANDOM_DIGITS }, () => DIGITS.charAt(randomInt(DIGITS.length))).join("");
  return MARK + random + checksum(random);
}

/** Whether the text is written as a key is, checksum included. */
export function isWellFormed(text: string): boolean {
  const [, random, check] = WELL_FORMED.exec(text) ?? [];
  return random !== undefined && checksum(random) === check;
}

/** What is kept of a key: SHA-256 in hexadecimal. The key has too many bits to be guessed, so no slower hash is needed. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The beginning, by which its owner knows a key again. */
export const shownPrefix = (secret: string): string => secret.slice(0, SHOWN);

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < CHECKSUM_DIGITS; place += 1) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}

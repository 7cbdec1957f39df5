import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzipSync } from "node:zlib";
import { z } from "zod";
import { REFERENCE_DATA } from "../../paths";

/** What was learned from the messages, as it is kept beside them. */
export interface Artifact {
  /** Of the messages it was learned from. */
  readonly fingerprint: string;
  readonly classes: readonly string[];
  readonly usual: readonly number[];
  readonly sharpness: number;
  readonly outside: number;
  readonly calibration: readonly { readonly at: number; readonly share: number }[];
  /** One for each message, in order. */
  readonly meanings: readonly Float32Array[];
  /** A row of classes for each message. */
  readonly weights: Float32Array;
}

const MODEL = join(REFERENCE_DATA, "messages/model.bin.gz");

const headRules = z.object({
  fingerprint: z.string(),
  classes: z.array(z.string()),
  usual: z.array(z.number()),
  sharpness: z.number(),
  outside: z.number(),
  calibration: z.array(z.object({ at: z.number(), share: z.number() })),
  rows: z.number().int(),
  size: z.number().int(),
});

const LARGEST = 127;

/** A meaning in steps of its largest number over 127, as it is kept: what is learned from is what will be read. */
export function rounded(meaning: Float32Array): Float32Array {
  const step = Math.max(...meaning.map(Math.abs)) / LARGEST;
  return unit(Float32Array.from(meaning, (value) => Math.round(value / step)));
}

function unit(steps: ArrayLike<number>): Float32Array {
  let square = 0;
  for (let i = 0; i < steps.length; i += 1) square += (steps[i] ?? 0) ** 2;
  return Float32Array.from(steps, (value) => value / Math.sqrt(square));
}

/** Writes what was learned; the same for the same. */
export function writeArtifact({ meanings, weights, ...head }: Artifact): void {
  const size = meanings[0]?.length ?? 0;
  const line = Buffer.from(`${JSON.stringify({ ...head, rows: meanings.length, size })}\n`);
  const steps = new Int8Array(meanings.length * size);
  for (const [row, meaning] of meanings.entries()) {
    const largest = Math.max(...meaning.map(Math.abs));
    for (const [i, value] of meaning.entries()) steps[row * size + i] = Math.round((value / largest) * LARGEST);
  }
  writeFileSync(MODEL, gzipSync(Buffer.concat([line, Buffer.from(steps.buffer), Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)]), { level: 9 }));
}

/** @throws Error where the file is not whole. */
export async function readArtifact(): Promise<Artifact> {
  const bytes = await promisify(gunzip)(await readFile(MODEL));
  const endOfLine = bytes.indexOf(10);
  const { rows, size, ...head } = headRules.parse(JSON.parse(bytes.toString("utf8", 0, endOfLine)));
  const from = endOfLine + 1;
  const meanings = Array.from({ length: rows }, (_, row) => unit(new Int8Array(bytes.buffer, bytes.byteOffset + from + row * size, size)));
  // Floats need not start where theirs may in a file.
  const weights = new Float32Array(bytes.buffer.slice(bytes.byteOffset + from + rows * size));
  if (weights.length !== rows * head.classes.length) throw new Error("data/messages/model.bin.gz is not whole.");
  return { ...head, meanings, weights };
}

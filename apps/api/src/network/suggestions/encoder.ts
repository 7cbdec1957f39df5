import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PROJECT_ROOT } from "../../paths";

/** Where a sentence encoder puts texts: vectors that lie near each other where texts mean alike. */
export type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;

interface Waiting {
  readonly resolve: (places: Float32Array[]) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly id: number; readonly places: Float32Array[] } | { readonly id: number; readonly failure: string };

const WORKER = join(PROJECT_ROOT, "apps/api/src/network/suggestions/encoder.worker.ts");
/** Megabytes for the thread's own objects; the encoder's numbers lie outside of them. With more room it only collects its garbage later. */
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 6 };
/** A text longer than this is cut: nobody needs more to say one thing, and time and memory rise with length. */
const LONGEST = 600;

/** A thread that encodes, started when it is first asked. It does not keep the process alive while nobody waits for it. */
class EncoderThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #asked = 0;

  readonly encode: Encode = (texts) => {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#asked += 1);
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
      worker.postMessage({ id, texts: texts.map((text) => text.slice(0, LONGEST)) });
    });
  };

  #start(): Worker {
    const worker = new Worker(WORKER, { resourceLimits: MEMORY, execArgv: [], stderr: false });
    worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) worker.unref();
      if ("places" in answer) waiting?.resolve(answer.places);
      else waiting?.reject(new Error(answer.failure));
    });
    worker.on("error", (error) => this.#lost(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => this.#lost(new Error("The encoder's thread ended.")));
    return worker;
  }

  /** Who waits is told, and the next question starts another thread. */
  #lost(error: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const thread = new EncoderThread();

/** Texts whose places are kept: what people confirmed last is read anew each time something is tagged. 2 KB each. */
const MOST_KEPT = 3_000;
const kept = new Map<string, Promise<Float32Array>>();

/** Encodes in the process's one thread for it, each text once as long as it is kept: https://tfhub.dev/google/universal-sentence-encoder-lite/2, 512 numbers a text. */
export const encode: Encode = (texts) => {
  const unknown = [...new Set(texts)].filter((text) => !kept.has(text));
  const places = unknown.length === 0 ? null : thread.encode(unknown);
  for (const [at, text] of unknown.entries()) {
    const place = (places ?? Promise.resolve([])).then((all) => all[at] ?? new Float32Array(0));
    place.catch(() => kept.delete(text));
    kept.set(text, place);
  }
  const asked = texts.map((text) => {
    const place = kept.get(text) ?? Promise.resolve(new Float32Array(0));
    // Those that were asked for last are kept longest.
    kept.delete(text);
    kept.set(text, place);
    return place;
  });
  for (const text of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(text);
  return Promise.all(asked);
};

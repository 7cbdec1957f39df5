import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../hostile/chance";
import type { DeedOutcome } from "./deeds";

/** Somebody who writes, over HTTP. */
export interface Writer {
  readonly url: string;
  readonly random: Random;
  /** Told whenever an answer came of something that was sent at that moment. */
  readonly onAnswer: (sentAt: number) => void;
  /** Told whenever something was sent and no answer came. */
  readonly onSilence: () => void;
  /** Whether enough was written. */
  readonly isEnough: () => boolean;
}

export interface Asked<Data> {
  readonly outcome: DeedOutcome;
  /** Null unless it was acknowledged. */
  readonly data: Data | null;
  /** What was answered last, where it was refused. */
  readonly why: string | null;
}

/** After so much time without an answer to anything, something is wrong for good. */
const PATIENCE_MS = 300_000;
const LONGEST_ANSWER_MS = 15_000;
const PAUSE_MS = 100;
/** Of writes that got no answer, as many are given up: they may be there or not. */
const GIVEN_UP = 0.1;
/** An error with one of these may pass: a fault, a server that is busy, two writes of the same at one moment. */
const PASSING: ReadonlySet<unknown> = new Set(["INTERNAL_SERVER_ERROR", "RATE_LIMITED", "QUERY_TOO_COMPLEX", "CONFLICT"]);
const MOST_CONFLICTS = 20;

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

/**
 * Asks for one write until it is answered, always in the same words. Where nothing is known of an attempt it is given up now and then.
 * @throws Error when nothing was answered for five minutes.
 */
export async function askUntilAnswered<Data>(writer: Writer, headers: Readonly<Record<string, string>>, query: string, input: unknown): Promise<Asked<Data>> {
  const until = Date.now() + PATIENCE_MS;
  let conflicts = 0;
  while (Date.now() < until) {
    const sentAt = Date.now();
    const answer = await send(writer.url, headers, { query, variables: { input } });
    if (answer === "refused connection") {
      await pause(PAUSE_MS);
      continue;
    }
    const error = answer?.errors?.[0];
    if (answer?.data && !error) {
      writer.onAnswer(sentAt);
      return { outcome: "acknowledged", data: answer.data as Data, why: null };
    }
    const code = error?.extensions?.code;
    if (code === "CONFLICT") conflicts += 1;
    if (error && (!PASSING.has(code) || conflicts > MOST_CONFLICTS)) return { outcome: "refused", data: null, why: `${String(code)}: ${error.message}` };
    if (!error) {
      writer.onSilence();
      if (writer.random() < GIVEN_UP) return { outcome: "unknown", data: null, why: null };
    }
    await pause(PAUSE_MS * (1 + writer.random()));
  }
  throw new Error("Nothing was answered for five minutes.");
}

/** @returns null where it was sent and no answer came. */
async function send(url: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<Answer | null | "refused connection"> {
  try {
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    });
    return (await answer.json()) as Answer;
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
    return code === "ECONNREFUSED" ? "refused connection" : null;
  }
}

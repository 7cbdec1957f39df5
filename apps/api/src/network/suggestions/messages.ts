import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { REFERENCE_DATA } from "../../paths";

/** A message and the topics that it asks about, the first of them foremost; none = not in the framework. */
export interface Message {
  readonly text: string;
  readonly topics: readonly string[];
  /** Whose it is: its file, or the framework itself. */
  readonly author: string;
}

/** What "not in the framework" is called among the topics. */
export const OUTSIDE = "NONE";

/** Those who wrote messages to learn from. */
const AUTHORS = ["a", "b", "c"] as const;

const messageRules = z.object({ id: z.string(), text: z.string().min(1), topics: z.array(z.string()) });
const frameworkRules = z.array(
  z.object({
    topics: z.array(z.object({ code: z.string(), label: z.string(), definition: z.string(), phrases: z.array(z.string()), confusable_with: z.array(z.string()) })),
  }),
);

const fileOf = (author: string): string => join(REFERENCE_DATA, author === "held-out" ? "messages/held-out.jsonl" : `messages/training-${author}.jsonl`);

/** The messages of one author. @throws ZodError for a line that is none. */
export function messagesBy(author: string): Message[] {
  const lines = readFileSync(fileOf(author), "utf8").split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => ({ ...messageRules.parse(JSON.parse(line)), author }));
}

const framework = () => frameworkRules.parse(JSON.parse(readFileSync(join(REFERENCE_DATA, "framework.json"), "utf8"))).flatMap(({ topics }) => topics);

/** What the framework says of its own topics, as messages: labels, definitions and seed phrases. */
function frameworkMessages(): Message[] {
  return framework().flatMap(({ code, label, definition, phrases }) => [label, definition, ...phrases].map((text) => ({ text, topics: [code], author: "framework" })));
}

/** The codes of the framework that the messages were tagged with, in its order. */
export const frameworkCodes = (): string[] => framework().map(({ code }) => code);

/** All that the model learns from. */
export const trainingMessages = (): Message[] => [...AUTHORS.flatMap(messagesBy), ...frameworkMessages()];

/** A fingerprint of all that the model learns from. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const { text, topics, author } of trainingMessages()) hash.update(JSON.stringify([author, text, topics]));
  return hash.digest("hex");
}

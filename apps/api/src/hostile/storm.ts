import type { GraphQLSchema } from "graphql";
import { faultsOf } from "./answer";
import { seeded } from "./chance";
import { randomOperation } from "./randomOperation";
import { INVENTED_EMAIL } from "./randomValue";

/** Somebody who asks. */
export interface Asker {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maySee: (email: string) => boolean;
}

export interface Storm {
  /** Such as http://127.0.0.1:4000. */
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly askers: readonly Asker[];
  /** Ids of rows that exist. */
  readonly known: readonly string[];
  readonly secrets: readonly string[];
  readonly operations: number;
  readonly seed: number;
  readonly clients: number;
}

export interface Outcome {
  readonly asked: number;
  /** Operations of which at least one field had an answer. */
  readonly answered: number;
  /** How often each code was given. */
  readonly codes: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** Longer than the server gives any operation, with time to say so. */
const LONGEST_MS = 20_000;

/** Each asker in turn sends random operations, the same ones for one seed. */
export async function storm({ url, schema, askers, known, secrets, operations, seed, clients }: Storm): Promise<Outcome> {
  const codes: Record<string, number> = {};
  const faults: string[] = [];
  let next = 0;
  let answered = 0;
  const ask = async (index: number): Promise<void> => {
    const asker = askers[index % askers.length];
    if (!asker) return;
    const operation = randomOperation(seeded(seed + index), schema, known);
    const sent = JSON.stringify(operation);
    const init = { method: "POST", headers: { "content-type": "application/json", ...asker.headers }, body: sent, signal: AbortSignal.timeout(LONGEST_MS) };
    const [answer, text] = await fetch(`${url}/graphql`, init).then(
      async (given) => [given, await given.text()] as const,
      (error: unknown) => [null, String(error)] as const,
    );
    if (answer === null) {
      faults.push(`no answer: ${text}\n  ${asker.name}, seed ${seed + index}: ${sent.slice(0, 3_000)}`);
      return;
    }
    // The demo's outbox is open to all, so that invitations can be tried without mail.
    const maySee = /\boutbox\b/.test(operation.query) ? () => true : (email: string) => email === INVENTED_EMAIL || asker.maySee(email);
    const found = faultsOf({ status: answer.status, text, sent, secrets, maySee });
    faults.push(...found.map((fault) => `${fault}\n  ${asker.name}, seed ${seed + index}: ${sent.slice(0, 600)}`));
    for (const [, code = ""] of text.matchAll(/"extensions":\{"code":"([A-Z_]+)"/g)) codes[code] = (codes[code] ?? 0) + 1;
    if (/"r\d":(?!null)/.test(text)) answered += 1;
  };
  const client = async (): Promise<void> => {
    const index = next;
    next += 1;
    if (index >= operations) return;
    await ask(index);
    await client();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { asked: operations, answered, codes, faults };
}

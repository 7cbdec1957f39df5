import { Agent, request, type IncomingMessage } from "node:http";

/** A request that is sent again and again. */
export interface Target {
  readonly address: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null = GET. */
  readonly body: string | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** Connections are kept open, as many as there are clients. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends once and reads the whole answer. */
export function send({ address, path, headers, body }: Target): Promise<Reply> {
  return new Promise((done, fail) => {
    const sent = request(new URL(path, address), { agent, method: body === null ? "GET" : "POST", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }));
      response.on("error", fail);
    });
    sent.on("error", fail);
    sent.end(body ?? undefined);
  });
}

/**
 * So many clients, each of which asks again as soon as it has its answer, until the time is up.
 * @returns how long each answer took, in milliseconds; at least one for each client.
 * @throws Error when an answer is not 200
 */
export async function askFor(milliseconds: number, clients: number, target: Target): Promise<number[]> {
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  const client = async (): Promise<void> => {
    const start = performance.now();
    const { status, text } = await send(target);
    if (status !== 200) throw new Error(`${target.path} answered ${status}: ${text.slice(0, 300)}`);
    took.push(performance.now() - start);
    if (performance.now() < until) await client();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return took;
}

/** Closes the connections that were kept open. */
export const hangUp = (): void => agent.destroy();

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import type { Statement } from "./capture.queries";

/** What the bare server is told when it starts. */
export interface BareOrder {
  readonly url: string;
  /** By path. */
  readonly statements: Readonly<Record<string, readonly Statement[]>>;
}

/** As many as the API's pool has. */
const CONNECTIONS = 12;

/**
 * The least that could answer the same: each path runs its statements on one connection, as a single snapshot would
 * have it, and sends the rows as JSON. No viewer, no transaction, no schema.
 * @returns the port it listens on.
 */
export async function listenBare({ url, statements }: BareOrder): Promise<number> {
  const sql = postgres(url, { max: CONNECTIONS, onnotice: () => undefined, connection: { TimeZone: "UTC" } });
  const server = createServer((request, response) => {
    const run = async () => {
      const connection = await sql.reserve();
      try {
        return await Promise.all(
          (statements[request.url ?? ""] ?? []).map(({ text, parameters }) => connection.unsafe(text, [...parameters] as postgres.ParameterOrJSON<never>[])),
        );
      } finally {
        connection.release();
      }
    };
    run().then(
      (rows) => response.setHeader("content-type", "application/json").end(JSON.stringify(rows)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

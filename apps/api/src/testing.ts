import type { ApolloServer } from "@apollo/server";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import type { Viewer } from "./access/viewer";
import type { Context, Disclosure } from "./context";
import type { Connection } from "./db/client";
import { openServerConnection } from "./db/serverLogin";
import { createGraphql } from "./graphql";
import { createSchema } from "./schema";

export const STAFF: Viewer = { id: "test-staff", name: "Staff", email: "staff@test.example", roles: ["staff"], positions: ["admin", "analyst", "concierge"], providerId: null, coachId: null, key: null };

interface Answer<Data> {
  readonly data: Data | null | undefined;
  readonly errors: readonly { readonly message: string; readonly code: unknown; readonly field: unknown }[];
}

/** Asks as a viewer, or as the holder of a private link by its token. */
export type Ask = <Data>(query: string, variables?: Record<string, unknown>, viewer?: Viewer | { readonly linkToken: string }) => Promise<Answer<Data>>;

const log = pino({ level: "silent" });

/**
 * Asks GraphQL without HTTP in between, over the server's own login; staff unless another viewer is given. `now` holds the clock still; without
 * disclosure control, protected viewers get exact figures of any scope.
 */
export async function graphqlOver(owner: Connection, now?: Date, disclosure: Disclosure = "on"): Promise<Ask> {
  const connection = await openServerConnection(owner);
  onTestFinished(() => connection.end());
  const server: ApolloServer<Context> = createGraphql(createSchema(), { connection, log, disclosure, ...(now && { clock: () => now }) });
  await server.start();
  onTestFinished(() => server.stop());
  return async <Data>(query: string, variables: Record<string, unknown> = {}, asker: Viewer | { readonly linkToken: string } = STAFF) => {
    const who = asker !== null && "linkToken" in asker ? { viewer: null, linkToken: asker.linkToken } : { viewer: asker, linkToken: null };
    const contextValue = { ...who, requestId: "test", log, realNow: now ?? new Date(), allowance: null } as Context;
    const { body } = await server.executeOperation<Data>({ query, variables }, { contextValue });
    if (body.kind !== "single") throw new Error("An operation answers once.");
    const { data, errors = [] } = body.singleResult;
    return {
      data,
      errors: errors.map(({ message, extensions }) => ({ message, code: extensions?.["code"], field: extensions?.["field"] })),
    };
  };
}

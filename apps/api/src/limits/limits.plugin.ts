import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context";
import { limitHeaders } from "./headers";

/** Tells callers how they stand: in the answer's header, and those who are signed in also in `extensions.cost`. */
export function limitsPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: { allowance, viewer }, response: { body, http } }) {
          if (!allowance) return;
          for (const [name, value] of limitHeaders(allowance.standings)) if (!http.headers.has(name)) http.headers.set(name, value);
          const { spent } = allowance;
          if (viewer === null || spent === null || body.kind !== "single") return;
          const { limit, remaining, resetAt } = spent.points;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: { requested: spent.cost, limit, remaining, resetAt: resetAt.toISOString() } };
        },
      };
    },
  };
}

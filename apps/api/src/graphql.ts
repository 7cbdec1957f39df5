import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { databaseRole } from "./access/viewer";
import { memoized, type Context } from "./context";
import { networkClock, type Clock } from "./clock";
import type { Connection } from "./db/client";
import { openOperation, type Operation } from "./db/operation";
import { getSettings } from "./db/settings.queries";
import { maskAftermath, maskError } from "./errors.masking";
import { checkOperation, LIMITS } from "./limits";
import { currentRequestId } from "./requestId";

/** A context before its operation's transaction is open. */
type OpeningContext = { -readonly [Name in keyof Context]: Context[Name] };

/** Opens one transaction for the operation, as its viewer, and ends it with the answer. */
function operationPlugin({ db }: Connection, clock: Clock | null): ApolloServerPlugin<Context> {
  async function openFor(context: OpeningContext, readOnly: boolean): Promise<Operation> {
    const { viewer } = context;
    const opened = await openOperation(db, {
      role: databaseRole(viewer),
      accountId: viewer?.id ?? null,
      requestId: context.requestId,
      coachId: viewer?.coachId ?? null,
      providerId: viewer?.roles.includes("provider") ? viewer.providerId : null,
      readOnly,
    });
    context.db = opened.db;
    context.use = memoized(opened.db);
    const { demoLoadedAt } = await context.use(getSettings);
    context.now = (clock ?? networkClock(demoLoadedAt))();
    return opened;
  }

  return {
    async requestDidStart() {
      let opened: Operation | undefined;
      return {
        async didResolveOperation({ contextValue, document, operation, request }) {
          checkOperation(document, request.variables ?? {});
          opened = await openFor(contextValue, operation?.operation !== "mutation");
        },
        async willSendResponse({ errors = [], response: { body } }) {
          if (body.kind === "single" && body.singleResult.errors) body.singleResult.errors = maskAftermath(body.singleResult.errors, errors);
          await opened?.end(errors.length > 0 ? "rollback" : "commit");
        },
      };
    },
  };
}

export interface GraphqlOptions {
  readonly connection: Connection;
  readonly log: Logger;
  readonly introspection: boolean;
  /** Instead of the network's own. */
  readonly clock?: Clock;
  readonly plugins?: ApolloServerPlugin<Context>[];
}

/** The GraphQL server, not yet started. */
export function createGraphql(schema: GraphQLSchema, { connection, log, introspection, clock, plugins = [] }: GraphqlOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // The process has one place that answers signals: run.ts.
    stopOnTerminationSignals: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    executionOptions: { maxCoercionErrors: 1 },
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPlugin(connection, clock ?? null),
      ...plugins,
    ],
    formatError: (formatted, error) => maskError(formatted, error, currentRequestId(), log),
  });
}

import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { openLink } from "./access/links/link.queries";
import { databaseRole } from "./access/viewer";
import { memoized, type Context, type Disclosure } from "./context";
import { networkClock, type Clock } from "./clock";
import type { Connection } from "./db/client";
import { openOperation, type Operation } from "./db/operation";
import { getSettings } from "./db/settings.queries";
import { statisticsOperation, type StatisticsOperation } from "./db/statistics";
import { DomainError } from "./errors";
import { maskAftermath, maskError } from "./errors.masking";
import { deadline, OPERATION_MS, type Deadline } from "./http/deadline";
import { DocumentCache } from "./http/documentCache";
import { refuseIntrospection } from "./http/introspection";
import { admitOperation } from "./limits/admission";
import { limitsPlugin } from "./limits/limits.plugin";
import { LIMITS } from "./limits/operationSize";
import { currentRequestId } from "./requestId";

/** A context before its operation's transaction is open. */
type OpeningContext = { -readonly [Name in keyof Context]: Context[Name] };

/** Of an operation that is wrong before anything runs, so many mistakes are told: an answer should not be larger than its question. */
const MOST_MISTAKES = 5;

/** Opens one transaction for the operation, as its viewer, and ends it with the answer. */
function operationPlugin({ db, statistics, cancel }: Connection, clock: Clock | null, operationMs: number, disclosure: Disclosure): ApolloServerPlugin<Context> {
  async function openFor(context: OpeningContext, readOnly: boolean, { signal }: Deadline): Promise<Operation> {
    const linkToken = context.linkToken ?? null;
    // Whoever comes by a link is its holder and nobody else.
    if (linkToken !== null) context.viewer = null;
    const { viewer } = context;
    const opened = await openOperation(db, {
      role: linkToken === null ? databaseRole(viewer) : "network_link",
      accountId: viewer?.id ?? null,
      keyId: viewer?.key?.id ?? null,
      requestId: context.requestId,
      coachId: viewer?.coachId ?? null,
      providerId: viewer?.roles.includes("provider") ? viewer.providerId : null,
      readOnly,
      interruption: { signal, cancel },
    });
    context.db = opened.db;
    context.use = memoized(opened.db);
    try {
      const { demoLoadedAt } = await context.use(getSettings);
      context.now = (clock ?? networkClock(demoLoadedAt))();
      context.link = linkToken === null ? null : await openLink(opened.db, linkToken);
      if (linkToken !== null && context.link === null) throw new DomainError("NOT_FOUND", "This link does not work any more. Ask for a new one by answering the mail that it came in.", { http: { status: 404 } });
    } catch (error) {
      await opened.end("rollback");
      throw error;
    }
    return opened;
  }

  return {
    async requestDidStart() {
      let opened: Operation | undefined;
      let until: Deadline | undefined;
      let figures: StatisticsOperation | undefined;
      return {
        async didResolveOperation({ contextValue, document, operation, request, schema }) {
          await admitOperation(contextValue, { schema, document, operation, variables: request.variables ?? {} });
          if (contextValue.viewer === null) refuseIntrospection(document, request.variables ?? {}, schema);
          until = deadline(operationMs, contextValue.hungUp);
          const { viewer, requestId } = contextValue;
          figures = statisticsOperation({ statistics }, { accountId: viewer?.id ?? null, requestId, interruption: { signal: until.signal, cancel } });
          Object.assign(contextValue, { statistics: figures.open, disclosure });
          opened = await openFor(contextValue, operation?.operation !== "mutation", until);
        },
        async willSendResponse({ errors = [], response: { body } }) {
          if (body.kind === "single" && body.singleResult.errors && !("data" in body.singleResult)) body.singleResult.errors = body.singleResult.errors.slice(0, MOST_MISTAKES);
          if (body.kind === "single" && body.singleResult.errors) body.singleResult.errors = maskAftermath(body.singleResult.errors, errors);
          const outcome = errors.length > 0 ? "rollback" : "commit";
          // Each is ended, whatever becomes of the other.
          const ended = await Promise.allSettled([figures?.end(), opened?.end(outcome)]);
          until?.clear();
          for (const each of ended) if (each.status === "rejected") throw each.reason;
        },
      };
    },
  };
}

export interface GraphqlOptions {
  readonly connection: Connection;
  readonly log: Logger;
  /** Instead of the network's own. */
  readonly clock?: Clock;
  /** Milliseconds that an operation may take. */
  readonly operationMs?: number;
  /** "off" in tests only: exact figures and any scope for those who are owed protected ones. */
  readonly disclosure?: Disclosure;
  readonly plugins?: ApolloServerPlugin<Context>[];
}

/** The GraphQL server, not yet started. */
export function createGraphql(schema: GraphQLSchema, { connection, log, clock, operationMs = OPERATION_MS, disclosure = "on", plugins = [] }: GraphqlOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    // The schema describes itself to those signed in; http/introspection.ts refuses the others.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // The process has one place that answers signals: run.ts.
    stopOnTerminationSignals: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    documentStore: new DocumentCache(),
    parseOptions: { maxTokens: LIMITS.tokens },
    executionOptions: { maxCoercionErrors: 1 },
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin(),
      operationPlugin(connection, clock ?? null, operationMs, disclosure),
      ...plugins,
    ],
    formatError: (formatted, error) => maskError(formatted, error, currentRequestId(), log),
  });
}

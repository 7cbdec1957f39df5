import { drizzle } from "drizzle-orm/postgres-js";
import { pino } from "pino";
import type { Viewer } from "../access/viewer";
import type { Context } from "../context";
import type { Connection } from "../db/client";
import { createGraphql } from "../graphql";
import { createSchema } from "../schema";
import type { Question } from "./questions";

/** A statement as it goes to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

const STAFF: Viewer = { id: "bench", name: "Bench", email: "bench@bench.example", roles: ["staff"], positions: [], key: null, providerId: null, coachId: null };

/** What opens every operation, whatever it asks: isolation, the viewer's role, and the network's clock. */
const SETS_UP = [/^set transaction /, /set_config\('role'/, /from "network_settings"/];

/**
 * The statements that the API runs to answer each question, without those that open its transaction.
 * @throws Error when a question is answered with errors.
 */
export async function captureStatements(given: Connection, questions: readonly Question[]): Promise<Map<Question, Statement[]>> {
  let statements: Statement[] = [];
  const logQuery = (text: string, parameters: unknown[]) => {
    if (!SETS_UP.some((pattern) => pattern.test(text))) statements.push({ text, parameters });
  };
  const log = pino({ level: "silent" });
  const connection = { ...given, db: drizzle(given.sql, { logger: { logQuery } }) };
  const graphql = createGraphql(createSchema(), { connection, log });
  await graphql.start();
  const captured = new Map<Question, Statement[]>();
  for (const question of questions) {
    statements = [];
    const { query, variables } = question;
    const { body } = await graphql.executeOperation({ query, variables }, { contextValue: { viewer: STAFF, requestId: "bench", log } as Context });
    if (body.kind !== "single" || body.singleResult.errors) throw new Error(`${question.name} is answered with errors: ${JSON.stringify(body)}`);
    captured.set(question, statements);
  }
  await graphql.stop();
  return captured;
}

import { expect, test } from "vitest";
import { testDatabase } from "../db/testing";
import { captureStatements } from "./capture.queries";
import { QUESTIONS } from "./questions";

test("what is captured is what a question asks of the tables, with its parameters, and nothing of how its transaction opens", async () => {
  const database = await testDatabase();
  const captured = await captureStatements(database, QUESTIONS);
  expect([...captured.keys()]).toEqual(QUESTIONS);
  for (const [question, statements] of captured) {
    const texts = statements.map(({ text }) => text);
    expect(texts.join("\n"), question.name).not.toMatch(/set transaction|set_config|network_settings/);
    expect(texts.some((text) => /\bfrom (requests|sessions)\b/.test(text)), question.name).toBe(true);
    for (const { text, parameters } of statements) expect(await database.sql.unsafe(text, parameters as never[]), text).toBeInstanceOf(Array);
  }
});

import type postgres from "postgres";

/** Without these, what was answered as done can be lost, or files be damaged, when the machine or its power goes. */
const NEEDED = ["fsync", "synchronous_commit", "full_page_writes"] as const;

/** One sentence for each setting of the database that lets it forget what it has answered for; none where all is well. */
export async function durabilityWarnings(sql: postgres.Sql): Promise<string[]> {
  const settings = await sql<{ name: string; setting: string }[]>`select name, setting from pg_settings where name = any(${[...NEEDED]}::text[])`;
  return settings
    .filter(({ setting }) => setting === "off" || setting === "local")
    .map(({ name, setting }) => `The database runs with ${name} = ${setting}: what it has answered for can be lost with the machine's power. Set ${name} = on.`);
}

import { sql } from "drizzle-orm";
import type { Connection } from "./client";

/**
 * Opens the connection over which requests are answered: as a login that owns nothing and that the row policies hold. Between
 * operations it is `network_server`, which knows accounts and no rows of the network's work; an operation takes its viewer's role.
 * @param owner the tables' owner, who makes the login where there is none. Its options hold for what is opened.
 * @throws Error that a person understands, when the owner may not make logins or the login may not come in.
 */
export async function openServerConnection(owner: Connection): Promise<Connection> {
  const rows = await owner.db.execute<{ name: string; password: string }>(sql`select name, password from server_login()`).catch((cause: unknown) => {
    throw new Error("The database gave no login to answer requests with: the user of DATABASE_URL has to own the tables and be allowed to create roles.", { cause: reason(cause) });
  });
  const [login] = rows;
  if (!login) throw new Error("A function that returns a row returned none.");
  const connection = owner.reopen(withLogin(owner.url, login));
  await connection.sql`select 1`.catch(async (cause: unknown) => {
    await connection.end();
    throw new Error(`The database does not let its login ${login.name} in from here: see its pg_hba.conf.`, { cause: reason(cause) });
  });
  return connection;
}

/** What the database itself said; a statement that failed says nothing to a person. */
const reason = (error: unknown): unknown => (error as Error).cause ?? error;

/** The same address with another user. Name and password are letters, digits and underscores. */
function withLogin(url: string, { name, password }: { name: string; password: string }): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?/, `$1${name}:${password}@`);
}

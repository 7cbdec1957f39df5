import type { Connection } from "../db/client";
import { DEMO_PASSWORD } from "../demo/load";
import type { Asker } from "./storm";

/** Ids of rows of every kind in a network, some of each, for operations that mean something. */
export async function knownIds({ sql }: Connection): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    (select id::text from requests order by id limit 8) union all (select id::text from systems order by id limit 8)
    union all (select id::text from sessions order by id limit 8) union all (select id::text from engagements order by id limit 8)
    union all (select id::text from coaches order by id limit 8) union all (select id::text from providers order by id limit 4)
    union all (select id::text from resources order by id limit 4) union all (select code from topics order by code limit 8)`;
  return rows.map(({ id }) => id);
}

/** What nobody may ever read: it signs people in. */
export async function networkSecrets({ sql }: Connection): Promise<string[]> {
  const rows = await sql<{ secret: string | null }[]>`
    select value as secret from app_secrets union all select password from auth.accounts union all select token from auth.sessions union all select value from auth.verifications`;
  return rows.flatMap(({ secret }) => (secret && secret.length >= 12 ? [secret] : []));
}

/** E-mail addresses that a coach or lead of the organisation may see: those of its engagements' leaders, and of all coaches. */
async function seenBy({ sql }: Connection, providerId: string): Promise<Set<string>> {
  const rows = await sql<{ email: string | null }[]>`
    select unnest(array[l.email, r.leader_email]) as email from leaders l join requests r on r.leader_id = l.id join engagements e on e.request_id = r.id
      join engagement_coaches ec on ec.engagement_id = e.id join coaches c on c.id = ec.coach_id where c.provider_id = ${providerId}
    union select email from coaches where email is not null`;
  return new Set(rows.flatMap(({ email }) => (email ? [email.toLowerCase()] : [])));
}

/** The public and the demo's four accounts, signed in. */
export async function demoAskers(connection: Connection, signIn: (email: string, password: string) => Promise<string>): Promise<Asker[]> {
  const [membership] = await connection.sql<{ provider_id: string }[]>`
    select m.provider_id from memberships m join auth.users u on u.id = m.user_id where u.email = 'provider@demo.example'`;
  const own = await seenBy(connection, membership?.provider_id ?? "");
  const asker = async (name: string, maySee: Asker["maySee"]): Promise<Asker> => {
    const email = `${name}@demo.example`;
    return { name, headers: { cookie: await signIn(email, DEMO_PASSWORD) }, maySee: (seen) => seen === email || maySee(seen) };
  };
  return [
    { name: "public", headers: {}, maySee: () => false },
    await asker("funder", () => false),
    await asker("provider", (email) => own.has(email)),
    await asker("coach", (email) => own.has(email)),
    await asker("staff", () => true),
  ];
}

import type { LoadableNetwork } from "../demo/records.load";
import { captureStatements, type Statement } from "./capture.queries";
import { askFor, hangUp, send, type Target } from "./clients";
import { compare, type Comparison, type Pace } from "./compare";
import { createBenchDatabase, sizeOf, type BenchDatabase, type Size } from "./database";
import { pageQuestions } from "./pages";
import { startApi, startBare, type RunningServer } from "./processes";
import { QUESTIONS, type Question } from "./questions";

export const CLIENTS = [1, 16] as const;

interface Measured extends Comparison {
  readonly question: Question;
  readonly clients: number;
  /** Kilobytes of the API's answer. */
  readonly kilobytes: number;
  readonly statements: number;
}

/** Pages answer one reader at a time, who has just changed a filter. */
const ONE_READER = [1] as const;

export interface Run {
  readonly label: string;
  readonly size: Size;
  readonly measured: readonly Measured[];
  /** The dashboard's pages. */
  readonly pages: readonly Measured[];
  /** Pages that the API refused to answer, with what it said. */
  readonly unanswered: readonly { readonly page: string; readonly why: string }[];
  /** Megabytes that the API's process holds: having answered nothing yet but a sign-in, and at the end. */
  readonly memory: { readonly before: number | null; readonly after: number | null };
}

/** Measures every question over one network. @param say is told what is going on. */
export async function measureNetwork(serverUrl: string, label: string, network: LoadableNetwork, pace: Pace, say: (line: string) => void): Promise<Run> {
  const database = await createBenchDatabase(serverUrl, `bench_${label}`, network);
  const statements = await captureStatements(database.connection, QUESTIONS);
  const unanswered: Run["unanswered"][number][] = [];
  /** Null where the API refuses: a page that takes too long is a result, and no reason to measure nothing else. */
  const unlessRefused = async <Made>({ name }: Question, make: () => Promise<Made>): Promise<Made | null> => {
    try {
      return await make();
    } catch (error) {
      const why = /"message":"([^"]*)"/.exec(String(error))?.[1];
      if (why === undefined) throw error;
      say(`${label}, ${name}: ${why}`);
      unanswered.push({ page: name, why });
      return null;
    }
  };
  const pages: Question[] = [];
  for (const page of pageQuestions()) {
    const captured = await unlessRefused(page, () => captureStatements(database.connection, [page]));
    if (captured === null) continue;
    pages.push(page);
    statements.set(page, captured.get(page) ?? []);
  }
  const size = await sizeOf(database.connection);
  await database.connection.end();
  const api = await startApi(database.url);
  const bare = await startBare({ url: database.url, statements: Object.fromEntries([...statements].map(([question, run]) => [pathOf(question), run])) });
  try {
    const cookie = await signIn(api, database.staff);
    const before = await api.memory();
    const measure = async (questions: readonly Question[], clients: readonly number[]): Promise<Measured[]> => {
      const measured: Measured[] = [];
      for (const question of questions) {
        for (const result of await measureQuestion(question, statements.get(question) ?? [], { api, bare, cookie }, clients, pace)) {
          say(`${label}, ${question.name}, ${result.clients} at once: ${result.ratio.toFixed(2)}`);
          measured.push(result);
        }
      }
      return measured;
    };
    const measured = await measure(QUESTIONS, CLIENTS);
    const ofPages: Measured[] = [];
    for (const page of pages) ofPages.push(...((await unlessRefused(page, () => measure([page], ONE_READER))) ?? []));
    return { label, size, measured, pages: ofPages, unanswered, memory: { before, after: await api.memory() } };
  } finally {
    hangUp();
    await Promise.all([api.stop(), bare.stop()]);
  }
}

interface Servers {
  readonly api: RunningServer;
  readonly bare: RunningServer;
  readonly cookie: string;
}

async function measureQuestion(question: Question, statements: readonly Statement[], { api, bare, cookie }: Servers, clientNumbers: readonly number[], pace: Pace): Promise<Measured[]> {
  const { query, variables } = question;
  const headers = { "content-type": "application/json", accept: "application/json", cookie };
  const ofApi: Target = { address: api.address, path: "/graphql", headers, body: JSON.stringify({ query, variables }) };
  const ofBare: Target = { address: bare.address, path: pathOf(question), headers: {}, body: null };
  const answer = await send(ofApi);
  if (answer.status !== 200 || "errors" in JSON.parse(answer.text)) throw new Error(`${question.name}: ${answer.text.slice(0, 500)}`);
  for (const target of [ofApi, ofBare]) await askFor(pace.roundMs, 4, target);
  const measured: Measured[] = [];
  for (const clients of clientNumbers) {
    const kilobytes = Math.ceil(answer.text.length / 1024);
    measured.push({ question, clients, kilobytes, statements: statements.length, ...(await compare(ofApi, ofBare, clients, pace)) });
  }
  return measured;
}

async function signIn({ address }: RunningServer, staff: BenchDatabase["staff"]): Promise<string> {
  const { status, headers, text } = await send({
    address,
    path: "/api/auth/sign-in/email",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(staff),
  });
  const cookie = (headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
  if (status !== 200 || cookie === "") throw new Error(`Sign-in answered ${status}: ${text}`);
  return cookie;
}

const pathOf = ({ name }: Question): string => `/${encodeURIComponent(name)}`;

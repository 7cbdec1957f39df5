/** What no answer may speak of: the database's words, places in code, files of the machine. */
const INSIDE =
  /Failed query|PostgresError|DrizzleQueryError|relation "|column "\w+" (?:of|does)|syntax error at or near|invalid input syntax|violates (?:\w+[ -])+constraint|permission denied for|row-level security|transaction is aborted|node_modules|\bfile:\/\/|\/src\/\w|\.[jt]s:\d+:\d|\n\s+at \w|postgres(?:ql)?:\/\//i;

/** How passwords and keys are kept: hashes of scrypt with their salts, and of SHA-256. */
const HASHES = /\b[0-9a-f]{32}:[0-9a-f]{64,}\b|\$(?:argon2|2[aby])\b/;

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

const LONGEST_MESSAGE = 320;

export interface Asked {
  readonly status: number;
  readonly text: string;
  /** What was sent; it may come back. */
  readonly sent: string;
  /** What this caller may never be told. */
  readonly secrets: readonly string[];
  /** Whether an address is one that the caller may see. */
  readonly maySee: (email: string) => boolean;
}

interface AnyAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What is wrong with an answer; empty when nothing is. */
export function faultsOf({ status, text, sent, secrets, maySee }: Asked): string[] {
  if (status >= 500) return [`status ${status}: ${text.slice(0, 300)}`];
  const answer = parsed(text);
  if (answer === null) return [`no JSON: ${text.slice(0, 100)}`];
  const { data, errors = [] } = answer;
  const faults = data === undefined && errors.length === 0 ? ["neither data nor errors"] : [];
  for (const { message, extensions } of errors) {
    if (extensions?.["code"] === undefined || extensions["code"] === "INTERNAL_SERVER_ERROR") faults.push(`code ${String(extensions?.["code"])}: ${message}`);
    if (message.length > LONGEST_MESSAGE) faults.push(`a message of ${message.length} characters`);
    if (extensions && "stacktrace" in extensions) faults.push("has a stack");
    if (/did you mean/i.test(message)) faults.push(`suggests: ${message}`);
    if (INSIDE.test(message)) faults.push(`speaks of the inside: ${message}`);
  }
  if (INSIDE.test(text) && !INSIDE.test(sent)) faults.push(`holds ${INSIDE.exec(text)?.[0]}`);
  if (HASHES.test(text)) faults.push("holds a hash");
  for (const secret of secrets) if (text.includes(secret) && !sent.includes(secret)) faults.push(`holds a secret that begins with ${secret.slice(0, 4)}`);
  const told = new Set(text.match(EMAIL));
  for (const email of told) if (!sent.includes(email) && !maySee(email.toLowerCase())) faults.push(`tells ${email}`);
  return faults;
}

function parsed(text: string): AnyAnswer | null {
  try {
    return JSON.parse(text) as AnyAnswer;
  } catch {
    return null;
  }
}

import { pino, type DestinationStream, type Logger } from "pino";

/** Whoever may have put a key where none belongs, such as a path: it goes no further than here. */
const KEY = /arl_[0-9A-Za-z]{12,}/g;

/** The tokens of links that let their holder in stand in the addresses of pages. */
const TOKEN = /([?&]token=)[^&"\s\\]+/g;

/** Where secrets stand in what is logged of a request or an answer. */
const SECRETS = ["cookie", "authorization", '["set-cookie"]', "secret", "password", "token"];

const redacted = SECRETS.flatMap((name) => (name.startsWith("[") ? [name, `*${name}`, `*.*${name}`] : [name, `*.${name}`, `*.*.${name}`]));

/** The server's log: JSON lines, without credentials. To standard output where no `destination` is given. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: redacted, hooks: { streamWrite: (line: string) => line.replaceAll(KEY, "arl_…").replaceAll(TOKEN, "$1…") } };
  return destination ? pino(options, destination) : pino(options);
}

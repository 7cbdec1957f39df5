import { firstError } from "../problem";

/** Why what was asked for was not done. `field` names the input at fault; null where it is none's. */
export interface Refusal {
  readonly field: string | null;
  readonly message: string;
}

/** Thrown by an action that knows in words why it was refused. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

const UNREACHED = "The network's server could not be reached. Nothing was changed; what you typed is still here.";
const SIGNED_OUT = "You are signed out by now. Sign in again in another tab; what you typed is still here.";

/** What an error thrown by an action means to whoever filled the form in. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return { field: error.field, message: error.message };
  const first = firstError(error);
  if (first === null) return { field: null, message: UNREACHED };
  const { code, field, requestId } = first.extensions ?? {};
  if (code === "UNAUTHENTICATED") return { field: null, message: SIGNED_OUT };
  const said = typeof first.message === "string" ? first.message : "";
  const message = typeof requestId === "string" ? `${said} The number to report is ${requestId}.` : said;
  return { field: typeof field === "string" ? fieldName(field) : null, message };
}

/** `input.email` and `email` are both the field `email`. */
function fieldName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

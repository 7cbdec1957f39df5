import { Refused } from "../ui/form/refusal";

const UNREACHED = "The network's server could not be reached. Try again in a moment.";
const NOT_FRESH = "You signed in more than a day ago, which is too long for this. Sign out and in again, then try once more.";
const TOO_MANY = "Too many tries. Wait a minute, then try again.";

/** What the sign-in service answered: its data, or why not. */
export type AuthAnswer =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** Asks the sign-in service under /api/auth. @throws Refused when it cannot be reached, or asks to wait. */
export async function askAuth(path: string, body?: unknown): Promise<AuthAnswer> {
  const response = await fetch(`/api/auth/${path}`, {
    credentials: "same-origin",
    redirect: "manual",
    ...(body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (response === null) throw new Refused(UNREACHED);
  if (response.status === 429) throw new Refused(TOO_MANY);
  const data: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, data };
  return { ok: false, status: response.status, code: textAt(data, "code") ?? "" };
}

/** A text that an answer holds under a name; null where it holds none. */
export function textAt(data: unknown, name: string): string | null {
  const value = typeof data === "object" && data !== null ? (data as Record<string, unknown>)[name] : null;
  return typeof value === "string" ? value : null;
}

/** The same, or the refusal that `refuse` makes of its code. @throws Refused */
export async function doAuth(path: string, body: unknown, refuse: (code: string, status: number) => Refused): Promise<unknown> {
  const answer = await askAuth(path, body);
  if (answer.ok) return answer.data;
  if (answer.code === "SESSION_NOT_FRESH") throw new Refused(NOT_FRESH);
  throw refuse(answer.code, answer.status);
}

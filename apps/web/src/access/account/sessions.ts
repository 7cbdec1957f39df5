import { startTransition, useState } from "react";
import { Refused } from "../../ui/form/refusal";
import { askAuth, doAuth, textAt } from "../auth";

/** One place where the account is signed in. */
export interface OwnSession {
  readonly token: string;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  /** When it was last renewed by use, as an instant. */
  readonly usedAt: string;
  /** The one that this page is part of. */
  readonly here: boolean;
}

/** Reads the sign-in service's list, this session first, then the latest used. */
export function readSessions(list: unknown, hereToken: string | null): readonly OwnSession[] {
  if (!Array.isArray(list)) return [];
  const sessions = list.flatMap((entry: unknown) => {
    const token = textAt(entry, "token");
    const usedAt = textAt(entry, "updatedAt") ?? textAt(entry, "createdAt");
    if (token === null || usedAt === null) return [];
    return [{ token, usedAt, userAgent: textAt(entry, "userAgent"), ipAddress: textAt(entry, "ipAddress"), here: token === hereToken }];
  });
  return sessions.toSorted((a, b) => Number(b.here) - Number(a.here) || b.usedAt.localeCompare(a.usedAt));
}

async function fetchSessions(): Promise<readonly OwnSession[]> {
  const [list, here] = await Promise.all([askAuth("list-sessions"), askAuth("get-session")]);
  if (!list.ok || !here.ok) throw new Refused("The list could not be loaded. Try again in a moment.");
  const session = typeof here.data === "object" && here.data !== null && "session" in here.data ? here.data.session : null;
  return readSessions(list.data, textAt(session, "token"));
}

/** A list that was asked for, and `reload` to ask anew while the old one stays to be seen. */
export function useAskedSessions() {
  const [asked, setAsked] = useState(fetchSessions);
  const reload = async () => {
    const next = fetchSessions();
    startTransition(() => setAsked(next));
    await next.catch(() => null);
  };
  return { asked, reload };
}

const refuse = () => new Refused("It was not ended. Sign in again, then try once more.");

export async function endSession(token: string): Promise<void> {
  await doAuth("revoke-session", { token }, refuse);
}

export async function endOtherSessions(): Promise<void> {
  await doAuth("revoke-other-sessions", {}, refuse);
}

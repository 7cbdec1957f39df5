import { useCallback, useEffect, useRef, useState } from "react";
import { reloadOnce } from "../staleBuild";
import type { TypedDocumentString } from "./gql/graphql";

/** What the API refused, or that it could not be reached. */
export class Refused extends Error {
  /** A code of docs/errors.md; UNREACHABLE where no answer came. */
  readonly code: string;
  /** The path of the input at fault, such as `input.email`; null where none is. */
  readonly field: string | null;

  constructor(code: string, message: string, field: string | null = null) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown; readonly field?: unknown } }[];
}

/** A line that drops goes on to be tried so long; longer than the server's own limit of an operation. */
const PATIENCE_MS = 20_000;

/**
 * Sends one operation: its id where the server knows this build's documents, its text in development.
 * @param token of the private link that the page was opened by; empty = none.
 * @throws Refused
 */
export async function send<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, token = "", keepalive = false): Promise<Data> {
  const meta = document["__meta__"] as { documentId?: string } | undefined;
  const named = import.meta.env.PROD && meta?.documentId !== undefined ? { documentId: meta.documentId } : { query: String(document) };
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: "application/json", ...(token !== "" && { "x-private-link": token }) },
    body: JSON.stringify({ ...named, variables }),
    keepalive,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Refused("UNREACHABLE", "There is no connection just now. What you wrote is kept.");
  });
  const { data, errors } = ((await response.json().catch(() => ({}))) ?? {}) as Answer<Data>;
  const [error] = errors ?? [];
  if (error) {
    const { code, field } = error.extensions ?? {};
    if (code === "CONFLICT" && field === "documentId") reloadOnce();
    throw new Refused(typeof code === "string" ? code : "INTERNAL_SERVER_ERROR", error.message, typeof field === "string" ? field : null);
  }
  if (data == null) throw new Refused("UNREACHABLE", "No answer came. What you wrote is kept.");
  return data;
}

const asRefused = (error: unknown): Refused => (error instanceof Refused ? error : new Refused("UNREACHABLE", "Something went wrong on this page."));

/** What a page asked, and asks again when told to; the last answer stays while the next is awaited. */
export interface Asked<Data> {
  readonly data: Data | null;
  readonly error: Refused | null;
  readonly again: () => Promise<void>;
}

async function answerOf<Data, Variables>(document: TypedDocumentString<Data, Variables>, written: string, token: string): Promise<{ readonly data: Data | null; readonly error: Refused | null }> {
  try {
    return { data: await send(document, JSON.parse(written) as Variables, token), error: null };
  } catch (error) {
    return { data: null, error: asRefused(error) };
  }
}

/** Asks once when the page opens. `variables` are compared by what they hold. */
export function useAnswer<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, token = ""): Asked<Data> {
  const [state, setState] = useState<{ readonly data: Data | null; readonly error: Refused | null }>({ data: null, error: null });
  const written = JSON.stringify(variables);
  const turn = useRef(0);
  const again = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await answerOf(document, written, token);
    if (mine === turn.current) setState((before) => ({ data: answer.data ?? before.data, error: answer.error }));
  }, [document, written, token]);
  useEffect(() => {
    let isHere = true;
    const ask = async () => {
      const answer = await answerOf(document, written, token);
      // What was asked meanwhile is newer.
      if (isHere && turn.current === 0) setState(answer);
    };
    turn.current = 0;
    void ask();
    return () => {
      isHere = false;
      turn.current += 1;
    };
  }, [document, written, token]);
  return { ...state, again };
}

/** Something that a button does. */
export interface Sending<Data, Variables> {
  /** Null where it was refused (`error` says why), or where it is being sent already. */
  readonly run: (variables: Variables) => Promise<Data | null>;
  readonly busy: boolean;
  readonly error: Refused | null;
  readonly done: boolean;
}

/** Does something once at a time: pressing twice sends once. */
export function useSending<Data, Variables>(document: TypedDocumentString<Data, Variables>, token = ""): Sending<Data, Variables> {
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: Refused | null; readonly done: boolean }>({ busy: false, error: null, done: false });
  const isUnderWay = useRef(false);
  const run = useCallback(
    async (variables: Variables) => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      setState({ busy: true, error: null, done: false });
      try {
        const data = await send(document, variables, token);
        setState({ busy: false, error: null, done: true });
        return data;
      } catch (error) {
        setState({ busy: false, error: asRefused(error), done: false });
        return null;
      } finally {
        isUnderWay.current = false;
      }
    },
    [document, token],
  );
  return { ...state, run };
}

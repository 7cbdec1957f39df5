import { useEffect, useState } from "react";
import { newKey } from "../../open/newKey";
import { Refused } from "../../open/send";
import { emptyDraft, forgetDraft, keepDraft, keptDraft, type Draft } from "./draft";
import { missing } from "./missing";
import { OpenForm, pause } from "./openForm";
import { keepSent, keptSent } from "./sent";
import { Visit } from "./visit";

/** So long the next page waits at most for word of how the form was filled in. */
const LONGEST_RECORD_MS = 400;

/** Storage is refused to pages where cookies are. */
function storageOrNone(name: "localStorage" | "sessionStorage"): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  try {
    return window[name];
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}

const localStorageOrNone = () => storageOrNone("localStorage");

const asRefused = (error: unknown): Refused => (error instanceof Refused ? error : new Refused("UNREACHABLE", "Something went wrong on this page. What you wrote is kept."));

/** The form's draft, its clock, and its way to the server. */
export function useAsking() {
  const [draft, setDraft] = useState(() => keptDraft(localStorageOrNone(), Date.now()));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(() => keptSent(storageOrNone("sessionStorage"), Date.now()));
  // What a person never fills in; a browser may.
  const [website, setWebsite] = useState("");
  const [visit] = useState(() => new Visit(performance.now()));
  const [form] = useState(() => new OpenForm());

  useEffect(() => {
    form.open();
    const leave = () => {
      if (document.visibilityState === "hidden") void visit.record(false);
    };
    // Whoever goes back to it finds the page as it was left, still sending: it begins anew with what is kept.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      setBusy(false);
      setDraft(keptDraft(localStorageOrNone(), Date.now()));
      setSent(keptSent(storageOrNone("sessionStorage"), Date.now()));
      form.open();
    };
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pageshow", comeBack);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pageshow", comeBack);
    };
  }, [form, visit]);

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(localStorageOrNone(), next, Date.now());
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part) && !(field === "leaid" && "district" in part))));
  };

  const refuse = ({ field, code, message }: Refused) => {
    const name = field?.replace("input.", "") ?? null;
    if (name === "formToken") {
      form.open();
      setWebsite("");
    }
    if (name === "idempotencyKey") change({ key: newKey() });
    if (code === "BAD_USER_INPUT" && name !== null) setErrors({ [name]: message });
    else setProblem(message);
  };

  /** @returns whether something is missing, which is said at its field. */
  const submit = async (): Promise<boolean> => {
    if (busy) return false;
    const lacks = missing(draft);
    setErrors(lacks);
    setProblem(null);
    if (Object.keys(lacks).length > 0) return true;
    setBusy(true);
    try {
      const link = await form.submit(draft, visit.seconds(), website);
      await Promise.race([visit.record(true), pause(LONGEST_RECORD_MS)]);
      forgetDraft(localStorageOrNone());
      keepSent(storageOrNone("sessionStorage"), link, Date.now());
      window.location.assign(`${link}#thanks`);
    } catch (error) {
      setBusy(false);
      refuse(asRefused(error));
    }
    return false;
  };

  const clear = () => {
    forgetDraft(localStorageOrNone());
    setDraft(emptyDraft());
  };
  return { draft, sent, change, errors, problem, busy, submit, clear, visit, website, setWebsite };
}

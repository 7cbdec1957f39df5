import { useLocation, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo } from "react";

/**
 * A list's filters, which stand in the address. `shown` is what the list on the page answers; while a newer answer is on
 * its way, `pending`.
 */
export function useFilters() {
  const text = useLocation({ select: ({ search }) => JSON.stringify(search) });
  const shownText = useDeferredValue(text);
  const latest = useMemo(() => JSON.parse(text) as Readonly<Record<string, string>>, [text]);
  const shown = useMemo(() => JSON.parse(shownText) as Readonly<Record<string, string>>, [shownText]);
  const navigate = useNavigate();
  const set = (changes: Readonly<Record<string, string>>) => {
    // Typing is no journey: "back" leads to the page before, not to the word before.
    void navigate({ to: ".", search: { ...latest, ...changes }, replace: true, resetScroll: false });
  };
  return { latest, shown, pending: text !== shownText, set };
}

/** A word of an address, where it is one of those that are known. */
export function oneOf<Word extends string>(words: readonly Word[], said: string | undefined): Word | null {
  return words.find((word) => word === said) ?? null;
}

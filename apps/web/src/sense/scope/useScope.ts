import { useLocation, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo } from "react";
import { readScope, SCOPE_PARAMS, writeScope, type Scope, type SearchText } from "./scope";

/** The address's parameters as plain text. */
function useSearchText(): SearchText {
  const text = useLocation({ select: ({ search }) => JSON.stringify(search) });
  return useMemo(() => JSON.parse(text) as SearchText, [text]);
}

/** The parameters that a page keeps beside its scope. */
function pageSearch(search: SearchText): SearchText {
  return Object.fromEntries(Object.entries(search).filter(([param]) => !SCOPE_PARAMS.includes(param)));
}

/** The scope in the address, what the address said in vain, and the one way to change it. */
export function useScope() {
  const search = useSearchText();
  const navigate = useNavigate();
  const { scope, dropped } = useMemo(() => readScope(search), [search]);
  const setScope = (next: Scope) => {
    void navigate({ to: ".", search: { ...pageSearch(search), ...writeScope(next) }, resetScroll: false });
  };
  return { scope, dropped, setScope };
}

/**
 * What a page shows: the address as of the last answer. A new address is fetched in the background
 * (`pending`) while the page stays as it is, so that nothing blocks typing.
 */
export function usePageSearch() {
  const latest = useSearchText();
  const search = useDeferredValue(latest);
  const navigate = useNavigate();
  const scope = useMemo(() => readScope(search).scope, [search]);
  const setParam = (param: string, value: string) => {
    void navigate({ to: ".", search: { ...latest, [param]: value }, resetScroll: false });
  };
  return { search, latest, scope, pending: search !== latest, setParam };
}

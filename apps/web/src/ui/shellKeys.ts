import { useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable='true']";

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks of the frame: Ctrl or Cmd with K anywhere, `/` and `?` where nobody is typing. */
export function askedByKey({ key, ctrlKey, metaKey, altKey }: Key, typing: boolean): "find" | "keys" | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" ? "find" : null;
  if (typing) return null;
  if (key === "/") return "find";
  return key === "?" ? "keys" : null;
}

/** Listens for the keys of the frame on every page. */
export function useShellKeys(onAsked: (what: "find" | "keys") => void): void {
  useEffect(
    function listenForShellKeys() {
      const onKey = (event: KeyboardEvent) => {
        const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
        const asked = askedByKey(event, typing);
        if (asked === null || event.defaultPrevented) return;
        event.preventDefault();
        onAsked(asked);
      };
      document.addEventListener("keydown", onKey);
      return () => document.removeEventListener("keydown", onKey);
    },
    [onAsked],
  );
}

import { useEffect, useEffectEvent } from "react";

const TYPING = "input, textarea, select, [contenteditable='true'], [role=dialog]";

/** Keys of a page, where nobody types and no dialog is open; they go before those of the frame. `act` says whether the key was one. */
export function useKeys(act: (key: string) => boolean): void {
  const perform = useEffectEvent(act);
  useEffect(function listenForKeys() {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      if (document.querySelector("[role=dialog]") !== null) return;
      if (perform(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}

import { useEffect, type RefObject } from "react";

const TYPING = "input, textarea, select, [contenteditable], [role='menu'], [role='dialog']";

/** `T` turns the chart under the pointer or the focus into its table; every chart, where neither is on one. */
export function useTableKey(figure: RefObject<HTMLElement | null>, toggle: () => void): void {
  useEffect(
    function listenForTableKey() {
      const onKey = (event: KeyboardEvent) => {
        if (event.key.toLowerCase() !== "t" || event.metaKey || event.ctrlKey || event.altKey) return;
        if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
        const chosen = document.activeElement?.closest("figure") ?? document.querySelector("figure:hover");
        if (chosen === null || chosen === figure.current) toggle();
      };
      document.addEventListener("keydown", onKey);
      return () => document.removeEventListener("keydown", onKey);
    },
    [figure, toggle],
  );
}

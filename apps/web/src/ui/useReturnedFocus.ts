import { useEffect, useState } from "react";

/** Gives the focus back to what had it before, when the dialog that uses this is gone: one that is taken away whole does not do so itself. */
export function useReturnedFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    function giveBackTheFocus() {
      return () => {
        if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
      };
    },
    [before],
  );
}

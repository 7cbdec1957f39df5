import type { MetricId } from "@arl/schema/metrics";
import { useEffect, useId, useRef, useState } from "react";
import classes from "./figure.module.css";
import { definitionOf } from "./glossary";

/** How long a pointer rests on a figure before its definition comes up; focus waits for nothing. */
const REST_MS = 350;
/** Time to move from the figure onto what is said of it. */
const LEAVE_MS = 200;
const WIDTH = 320;
const GAP = 6;

interface Shown {
  readonly label: string;
  readonly definition: string;
  readonly left: number;
  /** Above the mark where there is no room below it. */
  readonly top: number | null;
  readonly bottom: number | null;
}

const markOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-metric]") : null);

function placed(mark: Element): Pick<Shown, "left" | "top" | "bottom"> {
  const { left, top, bottom } = mark.getBoundingClientRect();
  const below = bottom + 130 < window.innerHeight;
  return { left: Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8)), top: below ? bottom + GAP : null, bottom: below ? null : window.innerHeight - top + GAP };
}

/**
 * One tooltip for every figure and metric name within the page: its definition in a sentence, on hover and on keyboard focus; a
 * touch opens the figure's menu, which says the same. It stays while the pointer is on it, and Escape sends it away.
 */
export function GlossaryTip() {
  const id = useId();
  const [shown, setShown] = useState<Shown | null>(null);
  const described = useRef<HTMLElement | null>(null);
  const tip = useRef<HTMLDivElement>(null);

  useEffect(
    function listenForFigures() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const putAway = () => {
        described.current?.removeAttribute("aria-describedby");
        described.current = null;
        setShown(null);
      };
      const hide = () => {
        clearTimeout(timer);
        putAway();
      };
      const show = async (mark: HTMLElement) => {
        const entry = await definitionOf(mark.dataset["metric"] as MetricId);
        if (entry === null || !mark.isConnected || mark.getAttribute("aria-expanded") === "true") return;
        described.current?.removeAttribute("aria-describedby");
        described.current = mark;
        mark.setAttribute("aria-describedby", id);
        setShown({ ...entry, ...placed(mark) });
      };
      const after = (wait: number, act: () => void) => {
        clearTimeout(timer);
        timer = setTimeout(act, wait);
      };
      const onOver = ({ pointerType, target }: PointerEvent) => {
        if (pointerType !== "mouse") return;
        const mark = markOf(target);
        if (mark !== null) after(REST_MS, () => void show(mark));
        else if (target instanceof Node && tip.current?.contains(target) === true) clearTimeout(timer);
        else after(LEAVE_MS, hide);
      };
      const onFocus = ({ target }: FocusEvent) => {
        const mark = markOf(target);
        if (mark?.matches(":focus-visible") === true) after(0, () => void show(mark));
        else hide();
      };
      const onKey = ({ key }: KeyboardEvent) => {
        if (key === "Escape" || key === "Enter" || key === " ") hide();
      };
      const listeners: readonly (readonly [string, (event: never) => void])[] = [["pointerover", onOver], ["focusin", onFocus], ["focusout", hide], ["keydown", onKey], ["click", hide]];
      for (const [type, listener] of listeners) document.addEventListener(type, listener as EventListener);
      // One that is on its way comes up where its mark then is.
      document.addEventListener("scroll", putAway, { capture: true, passive: true });
      return () => {
        clearTimeout(timer);
        for (const [type, listener] of listeners) document.removeEventListener(type, listener as EventListener);
        document.removeEventListener("scroll", putAway, { capture: true });
      };
    },
    [id],
  );

  if (shown === null) return null;
  return (
    <div role="tooltip" id={id} ref={tip} className={classes["tip"]} style={{ left: shown.left, top: shown.top ?? "auto", bottom: shown.bottom ?? "auto" }}>
      <strong>{shown.label}</strong> {shown.definition}
    </div>
  );
}

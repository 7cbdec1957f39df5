import type { FocusEvent, KeyboardEvent } from "react";
import type { Spot } from "./stateMark";

const DIRECTIONS: Partial<Record<string, Spot>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The state an arrow key leads to: the nearest that way, with what lies to the side counted twice; null at the edge.
 * @param spots of the states that can be reached.
 */
export function nextState(from: string, [dx, dy]: Spot, spots: ReadonlyMap<string, Spot>): string | null {
  const [x, y] = spots.get(from) ?? [0, 0];
  const ahead = [...spots].flatMap(([code, [otherX, otherY]]) => {
    const along = (otherX - x) * dx + (otherY - y) * dy;
    const aside = Math.abs((otherX - x) * dy) + Math.abs((otherY - y) * dx);
    return along > 0 && aside <= along * 2 ? [{ code, far: along + 2 * aside }] : [];
  });
  return ahead.sort((a, b) => a.far - b.far)[0]?.code ?? null;
}

const codeOf = (element: Element) => element.getAttribute("data-code") ?? "";
const stops = (element: Element) => [...(element.closest("[data-states]")?.querySelectorAll<HTMLElement | SVGElement>("[data-code]") ?? [])];

/** Arrow keys walk over the states that hold something; Tab goes past all of them. */
export function walkStates(event: KeyboardEvent, spots: ReadonlyMap<string, Spot>): void {
  const direction = DIRECTIONS[event.key];
  if (direction === undefined) return;
  event.preventDefault();
  const reachable = stops(event.currentTarget);
  const codes = new Set(reachable.map(codeOf));
  const next = nextState(codeOf(event.currentTarget), direction, new Map([...spots].filter(([code]) => codes.has(code))));
  reachable.find((element) => codeOf(element) === next)?.focus();
}

/** The one stop of the Tab key follows the focus. */
export function moveStateStop({ currentTarget }: FocusEvent): void {
  for (const stop of stops(currentTarget)) stop.setAttribute("tabindex", stop === currentTarget ? "0" : "-1");
}

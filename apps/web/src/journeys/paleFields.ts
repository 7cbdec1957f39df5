import type { Page } from "playwright-core";

const PALE = `(() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--edge)";
  const edge = getComputedStyle(probe).color;
  probe.remove();
  const fields = document.querySelectorAll(".mantine-Input-wrapper[data-variant=default]:not([data-error]) > .mantine-Input-input:not(:focus, :focus-within)");
  return [...fields].filter((field) => getComputedStyle(field).borderTopColor !== edge).map(({ name, id }) => name || id);
})()`;

/** Fields, by name, whose edge is not the token that reaches 3:1; axe does not look at edges. */
export const paleFields = (page: Page): Promise<string[]> => page.evaluate<string[]>(PALE);

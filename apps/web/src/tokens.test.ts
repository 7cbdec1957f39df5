import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** The colours of one scheme, by name. */
function scheme(name: "light" | "dark"): ReadonlyMap<string, string> {
  const block = new RegExp(`data-mantine-color-scheme="${name}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, token = "", color = ""]) => [token, color]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(["light", "dark"] as const)("the %s scheme", (name) => {
  const colors = scheme(name);
  const of = (token: string) => colors.get(token) ?? "#000000";
  const grounds = ["paper", "raised", "sunken"];

  test.each(["series-1", "series-2", "series-3", "series-4", "series-5", "series-6", "series-7", "noise", "accent", "edge"])(
    "%s can be seen on every ground",
    (token) => {
      for (const ground of grounds) expect(contrast(of(token), of(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(["ink", "muted", "accent", "alert"])("%s can be read on every ground", (token) => {
    for (const ground of grounds) expect(contrast(of(token), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test("words on the accent, its wash and the alert's wash can be read", () => {
    expect(contrast(of("accent-ink"), of("accent"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("accent"), of("accent-wash"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("alert"), of("alert-wash"))).toBeGreaterThanOrEqual(4.5);
  });

  test("the number in a cell of the heat map can be read on its shade", () => {
    for (let step = 1; step <= 7; step += 1) {
      const ink = of(step <= 4 ? "heat-ink-low" : "heat-ink-high");
      expect(contrast(ink, of(`heat-${step}`)), `step ${step}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("shades go one way", () => {
    const steps = Array.from({ length: 7 }, (_, index) => luminance(of(`heat-${index + 1}`)));
    const sorted = [...steps].sort((a, b) => (name === "light" ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });
});

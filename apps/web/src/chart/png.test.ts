import { describe, expect, test, vi } from "vitest";
import { pictureSvg, wrapped } from "./png";

vi.mock("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url", () => ({ default: "/inter.woff2" }));

const ink = { paper: "#fff", ink: "#111", muted: "#666" };
const drawing = { body: '<rect width="10" height="10"/>', width: 300, height: 100 };

describe("a picture", () => {
  test("carries its title, subtitle and notes as text", () => {
    const caption = { title: "A <b> & c", subtitle: "n 3", notes: ["Filters: none", "As of: Feb 1, 2021", "Source: Demo"] };
    const { svg } = pictureSvg(caption, drawing, ink);
    expect(svg).toContain("A &lt;b&gt; &amp; c");
    for (const words of ["n 3", "Filters: none", "As of: Feb 1, 2021", "Source: Demo", drawing.body]) expect(svg).toContain(words);
  });

  test("is tall enough for all of it", () => {
    const short = pictureSvg({ title: "a", subtitle: "b", notes: [] }, drawing, ink);
    const long = pictureSvg({ title: "word ".repeat(40), subtitle: "b", notes: ["c"] }, drawing, ink);
    expect(short.height).toBeGreaterThan(drawing.height);
    expect(long.height).toBeGreaterThan(short.height + 50);
    expect(short.width).toBe(348);
  });
});

test("text is cut between words and nothing is lost", () => {
  const text = "Number of requests by topic and month, as of today";
  const lines = wrapped(text, 120, 13);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(" ")).toBe(text);
});

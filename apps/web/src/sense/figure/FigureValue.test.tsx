import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FigureValue } from "./FigureValue";

const exact = { value: 1515, low: null, high: null, n: 149, withheld: null };

test("a figure is a button that says what it is of, its value and its interval", () => {
  const figure = { value: 0.51, low: 0.43, high: 0.59, n: 149, withheld: null };
  const html = renderToStaticMarkup(<FigureValue label="City systems" metric="locale_mix" figure={figure} />);
  expect(html).toContain('aria-label="City systems: 51%, 95% interval 43%–59%"');
  expect(html).toContain('aria-haspopup="menu"');
});

test("a headline prints its caption and what it rests on", () => {
  const html = renderToStaticMarkup(
    <FigureValue show="headline" caption="schools" label="Schools" metric="schools_reached" figure={exact} />,
  );
  expect(html.replaceAll(/<[^>]+>/g, "|")).toMatch(/1,515\|+schools\|+n\u00a0149/);
});

test("a withheld figure says why instead of a number", () => {
  const figure = { value: null, low: null, high: null, n: 4, withheld: "TOO_FEW" as const };
  const html = renderToStaticMarkup(<FigureValue label="Level" metric="challenge_level" figure={figure} />);
  expect(html).toContain("too few to show");
  expect(html).not.toMatch(/>0</);
});

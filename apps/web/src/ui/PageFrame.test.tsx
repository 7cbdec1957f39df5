import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PageFrame } from "./PageFrame";
import { PageToolsContext } from "./pageTools";

const tools = { stamp: <p>As of now</p>, records: "Data to Jan 31", printed: null };
const page = (kind: { readonly isDated?: boolean; readonly isLive?: boolean }) =>
  renderToStaticMarkup(
    <PageToolsContext value={tools}>
      <PageFrame name="Learning call" finding="Three sentences." {...kind}>
        {null}
      </PageFrame>
    </PageToolsContext>,
  );

test("a page that says itself as of when it is carries no second date, but how far the records go", () => {
  expect(page({})).toContain("As of now");
  expect(page({ isDated: true })).not.toContain("As of now");
  expect(page({ isDated: true })).toContain("Data to Jan 31");
});

test("a page of records as they stand carries no date of figures", () => {
  expect(page({ isLive: true })).not.toMatch(/As of now|Data to/);
});

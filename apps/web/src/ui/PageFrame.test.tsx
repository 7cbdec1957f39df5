import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PageFrame } from "./PageFrame";
import { PageToolsContext } from "./pageTools";

const tools = { stamp: <p>As of now</p>, records: "Data to Jan 31", printed: null };
const page = (isDated: boolean) =>
  renderToStaticMarkup(
    <PageToolsContext value={tools}>
      <PageFrame name="Learning call" finding="Three sentences." isDated={isDated}>
        {null}
      </PageFrame>
    </PageToolsContext>,
  );

test("a page that says itself as of when it is carries no second date, but how far the records go", () => {
  expect(page(false)).toContain("As of now");
  expect(page(true)).not.toContain("As of now");
  expect(page(true)).toContain("Data to Jan 31");
});

import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { ChartFigure } from "./ChartFigure";
import { DataTable, type Column } from "./DataTable";

vi.mock("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url", () => ({ default: "/inter.woff2" }));

interface Row {
  readonly name: string;
  readonly share: number;
}

const rows: readonly Row[] = [{ name: "Scheduling", share: 0.25 }];
const columns: readonly Column<Row>[] = [
  { header: "Topic", value: ({ name }) => name },
  { header: "Share", value: ({ share }) => share, cell: ({ share }) => `${share * 100}%`, numeric: true },
];

test("a chart is a figure named by its finding, with its table and exports at hand", () => {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <ChartFigure title="Scheduling leads" subtitle="Share, n 4" rows={rows} columns={columns}>
        <svg />
      </ChartFigure>
    </MantineProvider>,
  );
  const id = /<figure[^>]*aria-labelledby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`<h2 class="_title_`);
  expect(html).toMatch(new RegExp(`id="${id}"[^>]*>Scheduling leads`));
  for (const button of ["Table", "CSV", "PNG"]) expect(html).toContain(`>${button}<`);
});

test("the table twin shows values as people read them, the first column as row headings", () => {
  const html = renderToStaticMarkup(<DataTable rows={rows} columns={columns} labelledBy="x" />);
  expect(html).toContain('<th scope="row">Scheduling</th>');
  expect(html).toContain(">25%<");
});

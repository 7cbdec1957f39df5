import { Button } from "@mantine/core";
import { use, useCallback, useId, useRef, useState, type ReactNode } from "react";
import { csvText, fileName } from "./csv";
import classes from "./chart.module.css";
import { DataTable, type Column } from "./DataTable";
import { download } from "./download";
import { ExportContext, noteLines } from "./exportContext";
import { pngOf } from "./png";
import { useTableKey } from "./useTableKey";

interface Props<Row> {
  /** What the reader should see, as a sentence. Not the name of the metric. */
  readonly title: string;
  /** The metric, its unit, n and as-of date. */
  readonly subtitle: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** The drawing. The table says the same. */
  readonly children: ReactNode;
  /** Controls that belong to this drawing alone. */
  readonly controls?: ReactNode;
}

/** A chart, the sentence it proves and the numbers behind it. Every chart in the app is one of these. */
export function ChartFigure<Row>({ title, subtitle, rows, columns, children, controls }: Props<Row>) {
  const titleId = useId();
  const figure = useRef<HTMLElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const notes = noteLines(use(ExportContext));
  const tools = useRef<HTMLDivElement>(null);
  const toggle = useCallback(() => {
    const focused = document.activeElement;
    // What has the focus in the drawing or the table is about to go: the button that brings it back takes over.
    if (figure.current?.contains(focused) && !tools.current?.contains(focused)) tools.current?.querySelector("button")?.focus({ preventScroll: true });
    setAsTable((shown) => !shown);
  }, []);
  useTableKey(figure, toggle);

  const saveCsv = () => {
    const body = rows.map((row) => columns.map(({ value }) => value(row)));
    const text = csvText([title, subtitle, ...notes], columns.map(({ header }) => header), body);
    download(`${fileName(title)}.csv`, new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  };
  const savePng = async () => {
    if (drawing.current === null) return;
    try {
      download(`${fileName(title)}.png`, await pngOf(drawing.current, { title, subtitle, notes }));
      setProblem(null);
    } catch {
      setProblem("The picture could not be made in this browser. The CSV has the same numbers.");
    }
  };

  return (
    <figure className={classes["figure"]} aria-labelledby={titleId} ref={figure}>
      <figcaption className={classes["caption"]}>
        <h2 className={classes["title"]} id={titleId}>
          {title}
        </h2>
        <p className={classes["subtitle"]}>{subtitle}</p>
      </figcaption>
      <div className={classes["tools"]} ref={tools}>
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-pressed={asTable} aria-keyshortcuts="T">
          {asTable ? "Chart" : "Table"}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={saveCsv}>
          CSV
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={savePng} disabled={asTable}>
          PNG
        </Button>
      </div>
      {controls !== undefined && <div className={classes["controls"]}>{controls}</div>}
      {problem !== null && <p role="alert">{problem}</p>}
      {asTable ? (
        <DataTable rows={rows} columns={columns} labelledBy={titleId} />
      ) : (
        <div className={classes["drawing"]} ref={drawing}>
          {children}
        </div>
      )}
    </figure>
  );
}

import { Loader } from "@mantine/core";
import { Suspense, use, useId, useState, type ReactNode } from "react";
import { Headers } from "./headers";
import classes from "./records.module.css";

interface Props {
  /** What the row is of, for the name of its button. */
  readonly name: string;
  readonly cells: readonly ReactNode[];
  /** Asked for when the row is opened. */
  readonly renderDetail: () => ReactNode;
}

/** One record: a line, and its detail below when it is opened. */
export function RecordRow({ name, cells, renderDetail }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const headers = use(Headers);
  return (
    <tbody>
      <tr data-open={open} onClick={() => setOpen((shown) => !shown)}>
        {cells.map((cell, index) => (
          <td key={index} data-label={headers[index]}>
            {cell}
          </td>
        ))}
        <td className={classes["opener"]}>
          <button type="button" aria-expanded={open} aria-controls={id} aria-label={`Detail of ${name}`}>
            <span aria-hidden>{open ? "−" : "+"}</span>
          </button>
        </td>
      </tr>
      {open && (
        <tr id={id} className={classes["detail"]}>
          <td colSpan={cells.length + 1}>
            <Suspense fallback={<Loader size="sm" aria-label="Loading detail" />}>{renderDetail()}</Suspense>
          </td>
        </tr>
      )}
    </tbody>
  );
}

import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import classes from "./annotations.module.css";
import { dayWords } from "./dayWords";
import type { KeyedAnnotation } from "./onAxis";

const AnnotationsDialog = lazy(async () => ({ default: (await import("./AnnotationsDialog")).AnnotationsDialog }));

interface Props {
  readonly annotations: readonly KeyedAnnotation[];
  /** Whether the reader may add and remove them. */
  readonly mayWrite: boolean;
}

/** What the numbers on a time axis stand for. */
export function AnnotationKey({ annotations, mayWrite }: Props) {
  const [open, setOpen] = useState(false);
  if (annotations.length === 0 && !mayWrite) return null;
  return (
    <div className={classes["key"]}>
      {annotations.length > 0 && (
        <ol aria-label="On the time axis">
          {annotations.map(({ number, annotation }) => (
            <li key={annotation.id} value={number}>
              <span>{dayWords(annotation)}</span> {annotation.text}
              {annotation.topic !== null && ` (${annotation.topic.label})`}
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={() => setOpen(true)} className={classes["edit"] ?? ""}>
          Note something on the time axis
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <AnnotationsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

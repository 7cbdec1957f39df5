import { Button } from "@mantine/core";
import classes from "./desk.module.css";

export interface Told {
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: () => void;
  readonly isRefusal?: boolean;
}

/** What was done, with the way back; it is read out as it appears. */
export function Toast({ told, onClose }: { readonly told: Told | null; readonly onClose: () => void }) {
  return (
    <output className={classes["toastPlace"]}>
      {told !== null && (
        <div className={classes["toast"]} data-refusal={told.isRefusal || undefined}>
          <span>{told.text}</span>
          {told.undo && (
            <Button size="compact-sm" variant="white" onClick={told.undo}>
              Undo
            </Button>
          )}
          <button type="button" className={classes["toastClose"]} onClick={onClose} aria-label="Close this message">
            ×
          </button>
        </div>
      )}
    </output>
  );
}

import classes from "./desk.module.css";
import { piecesOf, type Span } from "./tags";

/** A text in which the words are marked that speak for a suggestion, with its number. */
export function MarkedWords({ text, marks }: { readonly text: string; readonly marks: readonly (Span & { readonly number: number })[] }) {
  const pieces = piecesOf(text, marks);
  return (
    <blockquote className={classes["words"]}>
      {pieces.map(({ text: words, numbers }, index) =>
        numbers.length === 0 ? (
          words
        ) : (
          // A piece has no other name than its place.
          <mark key={index} className={classes["mark"]}>
            {words}
            <sup>{numbers.join(",")}</sup>
          </mark>
        ),
      )}
    </blockquote>
  );
}

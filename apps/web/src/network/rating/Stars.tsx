import { useState } from "react";
import styles from "./rating.module.css";
import { STAR_WORDS } from "./words";

interface Props {
  /** Marked before anything is tapped; null = none. */
  readonly meant: number | null;
  readonly busy: boolean;
  readonly onRate: (rating: number) => void;
}

/** Five large stars, each a button: one tap gives that many. */
export function Stars({ meant, busy, onRate }: Props) {
  const [near, setNear] = useState<number | null>(null);
  const [given, setGiven] = useState<number | null>(null);
  const lit = given ?? near ?? meant ?? 0;
  return (
    <fieldset aria-label="Stars" className={styles.stars}>
      {STAR_WORDS.map((word, place) => {
        const rating = place + 1;
        return (
          <button
            key={rating}
            type="button"
            className={styles.star}
            data-lit={rating <= lit || undefined}
            aria-label={`${rating} of 5: ${word}`}
            aria-disabled={busy || undefined}
            onMouseEnter={() => setNear(rating)}
            onMouseLeave={() => setNear(null)}
            onFocus={() => setNear(rating)}
            onBlur={() => setNear(null)}
            onClick={() => {
              if (busy) return;
              setGiven(rating);
              onRate(rating);
            }}
          >
            <span aria-hidden="true">★</span>
            <span aria-hidden="true" className={styles.number}>
              {rating}
            </span>
          </button>
        );
      })}
      <p className={styles.meaning} aria-hidden="true">
        {lit === 0 ? "\u00a0" : `${STAR_WORDS[lit - 1] ?? ""}${meant !== null && given === null && near === null ? ": tap once more to give it" : ""}`}
      </p>
    </fieldset>
  );
}

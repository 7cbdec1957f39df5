import classes from "./Shell.module.css";

/** What the key that opens the search is called on this machine. */
const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the search for any page, topic, system or word; on a phone, its glass alone. */
export function FindButton({ onFind }: { readonly onFind: () => void }) {
  return (
    <button type="button" className={classes["find"]} onClick={onFind} aria-keyshortcuts="Control+K Meta+K /">
      <svg className={classes["glyph"]} viewBox="0 0 24 24" aria-hidden>
        <path d="M11 4a7 7 0 1 0 .1 0M16 16l5 5" />
      </svg>
      <span>
        Find<span className={classes["spoken"]}> a page, topic or definition</span>
      </span>
      <kbd aria-hidden>{isApple ? "⌘K" : "Ctrl K"}</kbd>
    </button>
  );
}

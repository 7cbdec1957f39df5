import type { ReactNode } from "react";
import styles from "./ui.module.css";

/** One matter of a page, under its heading. `calls` marks what waits for the reader. */
export const Card = ({ title, calls = false, children }: { readonly title: string; readonly calls?: boolean; readonly children: ReactNode }) => (
  <section className={calls ? `${styles.card} ${styles.calls}` : styles.card} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

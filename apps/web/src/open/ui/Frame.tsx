import type { ReactNode } from "react";
import { useNetwork } from "./network";
import styles from "./ui.module.css";

/** Every light page: whose it is, what it says, and that the records of a demo network are invented. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const network = useNetwork();
  return (
    <>
      <header className={styles.head}>
        <span className={styles.name}>{network?.name ?? "\u00a0"}</span>
        {network?.demo && <span className={styles.demo}>Demo: every record is invented</span>}
      </header>
      <main className={styles.main}>{children}</main>
    </>
  );
}

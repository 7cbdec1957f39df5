import { useId, type InputHTMLAttributes, type TextareaHTMLAttributes } from "react";
import styles from "./ui.module.css";

interface Told {
  readonly label: string;
  /** One short line under the label. */
  readonly hint?: string | undefined;
  /** What is wrong with it. */
  readonly error?: string | null | undefined;
}

function useTold({ hint, error }: Told) {
  const id = useId();
  const told = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((each) => each !== null).join(" ");
  return { id, described: { "aria-describedby": told === "" ? undefined : told, "aria-invalid": error ? (true as const) : undefined } };
}

const Around = ({ id, label, hint, error, children }: Told & { readonly id: string; readonly children: React.ReactNode }) => (
  <div className={styles.field}>
    <label htmlFor={id}>{label}</label>
    {hint && <p className={styles.hint} id={`${id}-hint`}>{hint}</p>}
    {children}
    {error && <p className={styles.fault} id={`${id}-error`}>{error}</p>}
  </div>
);

/** One line of text. */
export function TextField({ label, hint, error, ...rest }: Told & InputHTMLAttributes<HTMLInputElement>) {
  const { id, described } = useTold({ label, hint, error });
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <input {...rest} {...described} id={id} className={styles.input} />
    </Around>
  );
}

/** Several lines, growing with what is written. */
export function TextArea({ label, hint, error, ...rest }: Told & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { id, described } = useTold({ label, hint, error });
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <textarea rows={4} {...rest} {...described} id={id} className={styles.input} />
    </Around>
  );
}

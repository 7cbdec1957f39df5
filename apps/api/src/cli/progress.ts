let shown = false;

/** Shows how far a long piece of work has come: one line that is written over on a terminal, one line each elsewhere. */
export function showProgress(what: string, rows: number): void {
  const text = `${what}: ${rows.toLocaleString("en-US")} rows …`;
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K${text}`);
    shown = true;
  } else {
    process.stderr.write(`${text}\n`);
  }
}

/** Clears the line. */
export function finishProgress(): void {
  if (shown) process.stderr.write("\r\u001b[K");
  shown = false;
}

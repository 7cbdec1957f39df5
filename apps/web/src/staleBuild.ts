/** Which build has already tried to be replaced; this module's own address has the build's hash in it. */
const TRIED = "reloaded-build";

/** Loads the page anew, once for each build: where even that brings the same one, the page says what is wrong. */
export function reloadOnce(): void {
  try {
    if (sessionStorage.getItem(TRIED) === import.meta.url) return;
    sessionStorage.setItem(TRIED, import.meta.url);
  } catch {
    // Without a memory, one reload could become many.
    return;
  }
  window.location.reload();
}

/** After a deployment, parts of the page that were not loaded yet are gone from the server. */
export function reloadWhenPartsAreGone(): void {
  window.addEventListener("vite:preloadError", reloadOnce);
}

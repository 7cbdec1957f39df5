/** Follows the system from light to dark while the page is open, unless the reader has chosen one in the dashboard; scheme.js sets the first. */
export function followScheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => {
    let kept: string | null = null;
    try {
      kept = localStorage.getItem("mantine-color-scheme-value");
    } catch {
      // Storage may be forbidden; the system's preference still stands.
    }
    if (kept !== "light" && kept !== "dark") document.documentElement.setAttribute("data-mantine-color-scheme", dark.matches ? "dark" : "light");
  });
}

import type { Page } from "playwright-core";

/** Collects what goes wrong unseen: console errors, failed requests, refused answers, requests to hosts other than `home`. */
export function watch(page: Page, home: string): readonly string[] {
  const faults: string[] = [];
  const host = (url: string) => new URL(url).host;
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    // Whoever goes on to another page does not wait for what the last one asked.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol } = new URL(request.url());
    if (protocol.startsWith("http") && host(request.url()) !== host(home)) faults.push(`elsewhere: ${request.url()}`);
  });
  return faults;
}

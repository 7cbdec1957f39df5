import type { SearchText } from "./scope";

/** The parameters of an address, each as it stands; of a repeated one, the last. */
export function readSearchText(search: string): SearchText {
  return Object.fromEntries(new URLSearchParams(search));
}

/** `?states=CA,TX`: commas and colons stay readable. Empty where there is nothing to say. */
export function writeSearchText(search: Record<string, unknown>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(said.map(([param, value]) => [param, String(value)])).toString();
  return text === "" ? "" : `?${text.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%3B", ";")}`;
}

/** How ends and services are mistyped that nobody has, and what was meant. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:con|cmo|ocm|vom|comm)$/i, ".com"],
  [/\.(?:ogr|rog|orgg)$/i, ".org"],
  [/\.(?:eud|deu|edy)$/i, ".edu"],
  [/@(?:gmial|gamil|gmai|gmal|gnail)\.com$/i, "@gmail.com"],
  [/@(?:hotmial|hotmal|hotmai)\.com$/i, "@hotmail.com"],
  [/@(?:outlok|outloo|otlook)\.com$/i, "@outlook.com"],
  [/@(?:yaho|yahooo|yhoo)\.com$/i, "@yahoo.com"],
];

/** What an address was likely meant to be: an answer to a mistyped one reaches nobody. Null where it looks right. */
export function meantAddress(email: string): string | null {
  const typed = email.trim();
  const meant = SLIPS.reduce((address, [slip, right]) => address.replace(slip, right), typed);
  return meant === typed ? null : meant;
}

/** What a mail says, before it is text or HTML. */
export interface Letter {
  readonly paragraphs: readonly string[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Short ways to it, each with an answer in mind; shown in a row. */
  readonly choices?: readonly { readonly label: string; readonly url: string }[];
  /** After it: how long it holds, and what to do when one did not ask for it. */
  readonly notes: readonly string[];
}

/** What letters know besides their payload. */
export interface Letterhead {
  readonly network: string;
  /** Completes a link that leaves out where the network is reached. */
  readonly link: (path: string) => string;
}

/** The letter as plain text, with every link in full on a line of its own. */
export function asText({ paragraphs, action, choices = [], notes }: Letter, network: string): string {
  const asked = action ? [`${action.label}:\n${action.url}`, ...(choices.length > 0 ? [choices.map(({ label, url }) => `${label}: ${url}`).join("\n")] : [])] : [];
  return `${[...paragraphs, ...asked, ...notes, `-- \n${network}`].join("\n\n")}\n`;
}

const BODY = "margin:0;padding:24px;background:#ffffff;color:#1f2933;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif";
const COLUMN = "max-width:36em;margin:0 auto";
const BUTTON = "display:inline-block;padding:12px 20px;border-radius:6px;background:#1b4f72;color:#ffffff;text-decoration:none;font-weight:600";
const CHOICE = "display:inline-block;padding:4px 12px;border:1px solid #1b4f72;border-radius:6px;color:#1b4f72;text-decoration:none";
const QUIET = "color:#52606d;font-size:14px";

/** The letter as HTML: one column, real text, nothing loaded from anywhere. */
export function asHtml({ paragraphs, action, choices = [], notes }: Letter, subject: string, network: string): string {
  const row = choices.length > 0 ? `<p style="font-size:20px;line-height:2.2">${choices.map(({ label, url }) => `<a href="${escaped(url)}" style="${CHOICE}">${escaped(label)}</a>`).join(" ")}</p>\n` : "";
  const asked = action
    ? `${row}<p><a href="${escaped(action.url)}" style="${BUTTON}">${escaped(action.label)}</a></p>
<p style="${QUIET}">Or open this address: <br><a href="${escaped(action.url)}" style="color:#1b4f72;word-break:break-all">${escaped(action.url)}</a></p>\n`
    : "";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${BODY}">
<div style="${COLUMN}">
<h1 style="font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>\n`).join("")}${asked}${notes.map((note) => `<p style="${QUIET}">${escaped(note)}</p>\n`).join("")}<p style="${QUIET}">${escaped(network)}</p>
</div>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

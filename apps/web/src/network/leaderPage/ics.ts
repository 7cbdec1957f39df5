import type { LeaderPageData } from "./page";

const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

/** Commas, semicolons, backslashes and line ends, as RFC 5545 has them in text. */
const text = (words: string): string => words.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");

/** Lines of at most 75 bytes, each further one begun with a space. Calendar words are short; only places may be longer. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (encoder.encode(part + sign).length > 74) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n ");
}

/** One call for the reader's calendar, as RFC 5545 has it; its time is in UTC, which every calendar shows in its own zone. */
export function callAsIcs({ id, startsAt, minutes, place }: LeaderPageData["calls"][number], team: string, now: Date): string {
  const start = new Date(startsAt);
  const end = new Date(start.getTime() + minutes * 60_000);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coaching network//Leader page//EN", "BEGIN:VEVENT", `UID:${id}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${stamp(start)}`, `DTEND:${stamp(end)}`,
    `SUMMARY:${text(team === "" ? "Coaching call" : `Coaching call with ${team}`)}`, ...(place === null ? [] : [`LOCATION:${text(place)}`]), "END:VEVENT", "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

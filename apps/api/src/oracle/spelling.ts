import { HOUR, instantsAt, wallTime } from "./calendar";
import type { Rng } from "./random";
import { STATES } from "./states";

/** Ways of writing the same value that an import reads alike. */

const twoDigits = (number: number): string => String(number).padStart(2, "0");

function withOffset(instant: Date, hours: number): string {
  const sign = hours < 0 ? "-" : "+";
  const minutes = Math.abs(hours) * 60;
  const offset = `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${new Date(instant.getTime() + hours * HOUR).toISOString().slice(0, 19)}${offset}`;
}

/** US spellings of a wall time to the minute: with and without leading zeros, the half of the day in either case. */
function usSpellings(wall: string): string[] {
  const [year = "", month = "", day = ""] = wall.slice(0, 10).split("-");
  const hour = Number(wall.slice(11, 13));
  const minute = wall.slice(14, 16);
  const clockHour = hour % 12 === 0 ? 12 : hour % 12;
  const half = hour < 12 ? "AM" : "PM";
  return [
    `${Number(month)}/${Number(day)}/${year} ${clockHour}:${minute} ${half}`,
    `${month}/${day}/${year} ${twoDigits(clockHour)}:${minute} ${half.toLowerCase()}`,
  ];
}

/** Every spelling of an instant that says neither more nor less: no local time where the clock shows it twice. */
export function timeSpellings(instant: Date): string[] {
  const wall = wallTime(instant);
  const wholeMinute = wall.endsWith(":00");
  const iso = instant.toISOString();
  const spellings = [iso, `${iso.slice(0, 19)}Z`, withOffset(instant, -4), withOffset(instant, 5.5), withOffset(instant, -10)];
  if (wholeMinute) spellings.push(`${iso.slice(0, 16)}Z`);
  if (instantsAt(wall).length === 1) {
    spellings.push(wall, ...(wholeMinute ? [wall.slice(0, 16), ...usSpellings(wall)] : []));
    if (wall.endsWith("T00:00:00")) {
      const [year, month, day] = wall.slice(0, 10).split("-").map(Number);
      spellings.push(wall.slice(0, 10), `${month}/${day}/${year}`, wall.slice(0, 10), `${month}/${day}/${year}`);
    }
  }
  return spellings;
}

function padded(rng: Rng, word: string): string {
  return rng.chance(0.15) ? `  ${word} ` : word;
}

/** A word of a closed list, in any case, with spaces around it at times. */
export function wordSpelling(rng: Rng, word: string | null): string {
  if (word === null) return "";
  const capital = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return padded(rng, rng.pick([word, word, word.toUpperCase(), word.toLowerCase(), capital]));
}

export function timeSpelling(rng: Rng, instant: Date | null): string {
  return instant === null ? "" : rng.pick(timeSpellings(instant));
}

export function numberSpelling(value: number | null): string {
  return value === null ? "" : String(value);
}

/** As a fraction or a percentage, where that gives the very same number. */
export function shareSpelling(rng: Rng, value: number | null): string {
  if (value === null) return "";
  const percent = String(Number((value * 100).toFixed(4)));
  return rng.chance(0.5) && Number(percent) / 100 === value ? `${percent}%` : String(value);
}

/** Empty items say nothing. */
export function listSpelling(rng: Rng, items: readonly string[]): string {
  const list = items.join(rng.pick([";", ";", ";;"]));
  return list !== "" && rng.chance(0.1) ? `;${list};` : list;
}

export function stateSpelling(rng: Rng, postal: string): string {
  const name = STATES.find((state) => state.postal === postal)?.name ?? postal;
  return rng.pick([postal, postal, postal.toLowerCase(), name, name.toUpperCase()]);
}

/** What a spreadsheet would run is guarded by an apostrophe at times. */
export function textSpelling(rng: Rng, value: string | null): string {
  if (value === null) return "";
  return /^[=+\-@]/.test(value) && rng.chance(0.5) ? `'${value}` : value;
}

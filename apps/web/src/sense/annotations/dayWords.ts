const dayFormat = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const day = (date: string) => dayFormat.format(new Date(`${date}T00:00:00Z`));

/** `Mar 27, 2020`, or `Aug 10, 2020 to Sep 8, 2020`. */
export const dayWords = ({ onDay, untilDay }: { readonly onDay: string; readonly untilDay: string | null }): string => (untilDay === null ? day(onDay) : `${day(onDay)} to ${day(untilDay)}`);

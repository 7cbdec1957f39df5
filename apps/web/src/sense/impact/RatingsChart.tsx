import { ChartFigure } from "../../chart/ChartFigure";
import { ColumnsChart } from "../../chart/ColumnsChart";
import type { Column } from "../../chart/DataTable";
import { count, listed, percent } from "../figure/format";
import classes from "./impact.module.css";
import { ratingsSentence } from "./impactFinding";

interface Tally {
  readonly rating: number;
  readonly count: number;
}

/** How rated calls were rated. Where too few stand behind a rating it is not among them. */
export function RatingsChart({ ratings, rated, asOf }: { readonly ratings: readonly Tally[]; readonly rated: number; readonly asOf: string }) {
  const all = Math.max(rated, ratings.reduce((sum, tally) => sum + tally.count, 0));
  const hidden = [1, 2, 3, 4, 5].filter((rating) => !ratings.some((tally) => tally.rating === rating));
  const columns: readonly Column<Tally>[] = [
    { header: "Rating", value: ({ rating }) => rating },
    { header: "Calls", value: (tally) => tally.count, cell: (tally) => count(tally.count), numeric: true },
    { header: "Share", value: (tally) => (all === 0 ? null : tally.count / all), cell: (tally) => all > 0 && percent(tally.count / all), numeric: true },
  ];
  return (
    <ChartFigure
      title={ratingsSentence(ratings, all)}
      subtitle={`Rated calls by rating, 1 to 5. n ${count(all)} ratings, as of ${asOf}.`}
      rows={ratings}
      columns={columns}
    >
      <ColumnsChart bars={ratings.map((tally) => ({ name: String(tally.rating), size: tally.count, label: count(tally.count) }))} />
      {hidden.length > 0 && <p className={classes["hidden"]}>Too few to show: ratings of {listed(hidden.map(String))}.</p>}
    </ChartFigure>
  );
}

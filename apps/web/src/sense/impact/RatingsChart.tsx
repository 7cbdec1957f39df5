import { ChartFigure } from "../../chart/ChartFigure";
import { ColumnsChart } from "../../chart/ColumnsChart";
import type { Column } from "../../chart/DataTable";
import { count, listed, percent } from "../figure/format";
import classes from "./impact.module.css";
import { ratingsSentence } from "./impactFinding";

interface Tally {
  readonly rating: number;
  /** Null where too few gave it to show. */
  readonly count: number | null;
}

interface Props {
  readonly ratings: readonly { readonly rating: number; readonly count: number }[];
  /** How many were rated in all; null where that may not be shown. */
  readonly rated: number | null;
  readonly asOf: string;
}

const RATINGS = [1, 2, 3, 4, 5];

function columnsOf(all: number | null): readonly Column<Tally>[] {
  return [
    { header: "Rating", value: ({ rating }) => rating },
    { header: "Calls", value: (tally) => tally.count ?? "too few to show", cell: (tally) => (tally.count === null ? "too few to show" : count(tally.count)), numeric: true },
    {
      header: "Share",
      value: (tally) => (tally.count === null || all === null || all === 0 ? null : tally.count / all),
      cell: (tally) => tally.count !== null && all !== null && all > 0 && percent(tally.count / all),
      numeric: true,
    },
  ];
}

/** How rated calls were rated. A rating behind which too few stand is withheld, and so is what would tell it. */
export function RatingsChart({ ratings, rated, asOf }: Props) {
  const tallies = RATINGS.map((rating): Tally => ({ rating, count: ratings.find((tally) => tally.rating === rating)?.count ?? null }));
  const hidden = tallies.filter((tally) => tally.count === null).map(({ rating }) => String(rating));
  const shown = tallies.reduce((sum, tally) => sum + (tally.count ?? 0), 0);
  const all = rated === null && hidden.length > 0 ? null : Math.max(rated ?? 0, shown);
  return (
    <ChartFigure
      title={ratingsSentence(ratings, all)}
      subtitle={`Rated calls by rating, 1 to 5. ${all === null ? "As" : `n ${count(all)} ratings, as`} of ${asOf}.`}
      rows={tallies}
      columns={columnsOf(all)}
    >
      <ColumnsChart
        bars={tallies.map((tally) => ({
          name: String(tally.rating),
          size: tally.count ?? 0,
          label: tally.count === null ? "too few" : count(tally.count),
          withheld: tally.count === null && all !== 0,
        }))}
      />
      {hidden.length > 0 && all !== 0 && <p className={classes["hidden"]}>Too few to show: ratings of {listed(hidden)}.</p>}
    </ChartFigure>
  );
}

import { ChartFigure } from "../../chart/ChartFigure";
import { ColumnsChart } from "../../chart/ColumnsChart";
import type { Column } from "../../chart/DataTable";
import { count, percent } from "../figure/format";
import { ratingsSentence } from "./impactFinding";

interface Tally {
  readonly rating: number;
  readonly count: number;
}

/** How rated calls were rated. Counts are exact, so they carry no interval. */
export function RatingsChart({ ratings, asOf }: { readonly ratings: readonly Tally[]; readonly asOf: string }) {
  const all = ratings.reduce((sum, tally) => sum + tally.count, 0);
  const columns: readonly Column<Tally>[] = [
    { header: "Rating", value: ({ rating }) => rating },
    { header: "Calls", value: (tally) => tally.count, cell: (tally) => count(tally.count), numeric: true },
    { header: "Share", value: (tally) => (all === 0 ? null : tally.count / all), cell: (tally) => all > 0 && percent(tally.count / all), numeric: true },
  ];
  return (
    <ChartFigure
      title={ratingsSentence(ratings)}
      subtitle={`Rated calls by rating, 1 to 5. n ${count(all)} ratings, as of ${asOf}.`}
      rows={ratings}
      columns={columns}
    >
      <ColumnsChart bars={ratings.map((tally) => ({ name: String(tally.rating), size: tally.count, label: count(tally.count) }))} />
    </ChartFigure>
  );
}

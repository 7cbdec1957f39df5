import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { RatingStrip } from "../../chart/RatingStrip";
import { graphql } from "../../gql";
import { Refused } from "../../ui/Refused";
import { bare, counted, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./depth.module.css";
import { ratingsSentence, testWords } from "./depthFinding";
import { filterOf, GROUPINGS, type Grouping } from "./grouping";
import { ratingAxis, type RatingAxis } from "./ratingAxis";
import { Unshown } from "./Unshown";

graphql(`
  fragment GroupRatingsChart_ratings on RatingsByGroup {
    centre
    refusal {
      why
      wouldLift
    }
    shrinkageRefusal {
      why
      wouldLift
    }
    test {
      pValue
      qValue
      comparisons
      groups
    }
    groups {
      key {
        key
        label
      }
      qValue
      rating {
        ...FigureValue_figure @unmask
      }
      responseRate {
        ...FigureValue_figure @unmask
      }
      ratingIfAllAnswered {
        ...FigureValue_figure @unmask
      }
      shrunken {
        ...FigureValue_figure @unmask
      }
      refusal {
        why
        wouldLift
      }
    }
  }
`);

interface Refusal {
  readonly why: string;
  readonly wouldLift: string;
}

interface Group {
  readonly key: { readonly key: string; readonly label: string };
  readonly qValue: number | null;
  readonly rating: FigureFields;
  readonly responseRate: FigureFields;
  readonly ratingIfAllAnswered: FigureFields;
  readonly shrunken: FigureFields;
  readonly refusal?: Refusal | null;
}

export interface Ratings {
  readonly centre: number | null;
  readonly refusal?: Refusal | null;
  readonly shrinkageRefusal?: Refusal | null;
  readonly test?: { readonly pValue: number; readonly qValue: number; readonly comparisons: number; readonly groups: number } | null;
  readonly groups: readonly Group[];
}


const ends = (header: string, pick: (group: Group) => FigureFields): readonly Column<Group>[] =>
  (["low", "high"] as const).map((end) => ({
    header: `${header}, ${end}`,
    value: (group) => pick(group)[end],
    cell: (group) => {
      const value = pick(group)[end];
      return value !== null && bare(value, "rating");
    },
    numeric: true,
  }));

const COLUMNS: readonly Column<Group>[] = [
  { header: "Group", value: ({ key }) => key.label },
  { header: "Ratings", value: ({ rating }) => rating.n, numeric: true },
  { header: "Response", value: ({ responseRate }) => written(responseRate), cell: ({ responseRate }) => valueText(responseRate, "share"), numeric: true },
  { header: "Mean", value: ({ rating }) => written(rating), cell: ({ rating }) => valueText(rating, "rating"), numeric: true },
  ...ends("Mean", ({ rating }) => rating),
  ...ends("Had all answered", ({ ratingIfAllAnswered }) => ratingIfAllAnswered),
  { header: "Shrunken", value: ({ shrunken }) => written(shrunken), cell: ({ shrunken }) => valueText(shrunken, "rating"), numeric: true },
  ...ends("Shrunken", ({ shrunken }) => shrunken),
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qValue !== null && qValue.toFixed(3), numeric: true },
  { header: "Why not shown", value: ({ refusal }) => refusal?.why ?? null },
];

function Row({ group, by, centre, axis }: { readonly group: Group; readonly by: Grouping; readonly centre: number | null; readonly axis: RatingAxis }) {
  const { key, rating, responseRate, ratingIfAllAnswered, shrunken, qValue } = group;
  const target = { filter: filterOf(by, key.key), records: { kind: "sessions" as const, at: [{ dimension: by, key: key.key }] } };
  return (
    <li>
      <span>{key.label}</span>
      <RatingStrip raw={rating.value} bounds={ratingIfAllAnswered} estimate={shrunken.value === null ? rating : shrunken} domain={axis.domain} centre={centre} apart={qValue !== null && qValue < 0.05} />
      <FigureValue label={`Mean rating, ${key.label}`} metric="group_rating" figure={rating} {...target} />
      {centre === null ? <span /> : <FigureValue label={`Shrunken rating, ${key.label}`} metric="group_rating_shrunken" figure={shrunken} {...target} />}
      <FigureValue label={`Response rate, ${key.label}`} metric="response_rate" figure={responseRate} {...target} />
    </li>
  );
}

/** Ratings by group, in the groups' own order: as given, as they may be, and as they probably are. */
export const GroupRatingsChart = memo(function GroupRatingsChart({ ratings, by, asOf }: { readonly ratings: Ratings; readonly by: Grouping; readonly asOf: string }) {
  const { groups, test, refusal, centre, shrinkageRefusal } = ratings;
  const { word } = GROUPINGS[by];
  if (groups.length === 0) return refusal ? <Refused what={`Ratings by ${word}`} {...refusal} /> : null;
  const shown = groups.filter((group) => !group.refusal);
  const refused = groups.filter((group) => group.refusal);
  const axis = ratingAxis(shown.flatMap(({ ratingIfAllAnswered, rating }) => [ratingIfAllAnswered.low, rating.low]).filter((end) => end !== null));
  return (
    <ChartFigure
      title={ratingsSentence(test ?? null, groups, word)}
      subtitle={`Ratings 1 to 5 by ${word}, in the order of the list, never by value; the axis shows the upper part. ${test ? `Test of all together: ${testWords(test)}` : ""} As of ${asOf}.`}
      rows={groups}
      columns={COLUMNS}
    >
      <p className={classes["legend"]}>
        <span>
          <span className={classes["ring"]} /> mean as given
        </span>
        <span>
          <span className={classes["dot"]} data-tone="noise" /> {centre === null ? "its 95% interval" : "drawn to the common mean as far as chance explains, 95% interval"}
        </span>
        <span>
          <span className={classes["swatch"]} /> where the mean could be had everyone answered
        </span>
      </p>
      {shown.length > 0 && (
        <ul className={classes["ratings"]}>
          <li aria-hidden>
            <span />
            <AxisStrip {...axis} />
            <span>Mean</span>
            <span>{centre !== null && "Shrunken"}</span>
            <span>Response</span>
          </li>
          {shown.map((group) => (
            <Row key={group.key.key} group={group} by={by} centre={centre} axis={axis} />
          ))}
        </ul>
      )}
      <Unshown what="a mean" groups={refused.map(({ key, rating, refusal: own }) => ({ label: key.label, has: counted(rating.n ?? 0, "rating"), wouldLift: own?.wouldLift ?? "" }))} />
      {refusal && <Refused what="A comparison of the groups" {...refusal} />}
      {shrinkageRefusal && !refusal && <Refused what="Means drawn together" {...shrinkageRefusal} />}
    </ChartFigure>
  );
});

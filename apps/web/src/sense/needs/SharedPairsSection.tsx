import { graphql } from "../../gql";
import type { SharedPairsQuery } from "../../gql/graphql";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { Refused } from "../../ui/Refused";
import { bare, count, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { usePageQuery } from "../scope/usePageQuery";
import type { Scope } from "../scope/scope";
import { useShowing } from "../scope/useShowing";
import { pairsSentence, qText } from "./pairFinding";
import { PairRows } from "./PairRows";
import { pairTarget } from "./pairTargets";

const SHARED_PAIRS = graphql(`
  query SharedPairs($scope: Scope) {
    hurdles(scope: $scope) {
      topics {
        id
        code
        label
      }
      systems {
        ...FigureValue_figure @unmask
      }
      lift {
        ...FigureValue_figure @unmask
      }
      qValue
    }
  }
`);

type Hurdle = SharedPairsQuery["hurdles"][number];

const COLUMNS: readonly Column<Hurdle>[] = [
  { header: "Topic", value: ({ topics }) => topics[0]?.label ?? "" },
  { header: "Asked for with", value: ({ topics }) => topics[1]?.label ?? "" },
  { header: "Systems", value: ({ systems }) => written(systems), cell: (pair) => <FigureValue {...pairTarget(pair, "systems")} />, numeric: true },
  { header: "Lift", value: ({ lift }) => written(lift), cell: (pair) => <FigureValue {...pairTarget(pair, "lift")} />, numeric: true },
  { header: "Interval low", value: ({ lift: { low } }) => low, cell: ({ lift: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Interval high", value: ({ lift: { high } }) => high, cell: ({ lift: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
];

const WHAT = "Needs that come together";
/** More are in the table. */
const DRAWN = 12;

interface Props {
  readonly scope: Scope;
  readonly asOf: string;
}

/** Which needs come together, as far as it may be shown to who does not see the rows. */
export function SharedPairsSection({ scope, asOf }: Props) {
  const isProtected = useShowing(scope) !== "exact";
  if (isProtected && (scope.from != null || scope.to != null)) {
    return <Refused what={WHAT} why="A system is asked about over all its requests, so protected figures of pairs cover the network's whole time." wouldLift="Clear the period." />;
  }
  return <SharedPairs scope={scope} asOf={asOf} isProtected={isProtected} />;
}

function SharedPairs({ scope, asOf, isProtected }: Props & { readonly isProtected: boolean }) {
  const pairs = usePageQuery(SHARED_PAIRS, { scope }).hurdles.filter(({ topics }) => topics.length === 2);
  if (pairs.length === 0) {
    return isProtected ? (
      <Refused what={WHAT} why="No pair of topics may be shown: each, or what it would leave of its topics, rests on fewer than ten systems or three organisations." wouldLift="More systems that ask, or a wider scope." />
    ) : (
      <Refused what={WHAT} why="No two topics that five systems ask for were asked for by the same system." wouldLift="A wider scope." />
    );
  }
  const withheld = isProtected ? " Pairs that rest on too few are not listed." : "";
  return (
    <ChartFigure
      title={pairsSentence(pairs)}
      subtitle={`Systems that asked for both topics, over all their requests, against how many would if asking for one said nothing of the other, with 95% intervals on a log scale; as of ${asOf}. Only pairs with q under 0.05 are beyond chance.${withheld}${pairs.length > DRAWN ? ` The first ${count(DRAWN)} of ${count(pairs.length)}; the table has all.` : ""}`}
      rows={pairs}
      columns={COLUMNS}
    >
      <PairRows pairs={pairs.slice(0, DRAWN)} />
    </ChartFigure>
  );
}

import { use } from "react";
import { ExportContext } from "../../chart/exportContext";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { zeroBased } from "../../chart/domain";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Empty, TooFew } from "../../ui/states";
import { fewSystemsWords } from "../figure/acrossSystems";
import { intervalText, percent } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { useAsOf } from "../scope/asOf";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { useShowing } from "../scope/useShowing";
import { askedSentence, isMoving, mostAsked, movingSentences, type Asked } from "./briefFinding";
import classes from "./brief.module.css";
import { impactSentence } from "./impactFinding";
import { reachSentence } from "./reach";
import { standing } from "./standing";

const BRIEF_PAGE = graphql(`
  query BriefPage($scope: Scope) {
    impact(scope: $scope) {
      systemsRequesting { ...FigureValue_figure @unmask }
      systemsServed { ...FigureValue_figure @unmask }
      statesReached { ...FigureValue_figure @unmask }
      studentsReached { ...FigureValue_figure @unmask }
      titleIShare { ...FigureValue_figure @unmask }
      requests { ...FigureValue_figure @unmask }
      sessionsHeld { ...FigureValue_figure @unmask }
      sessionRating { ...FigureValue_figure @unmask }
      returnRate { ...FigureValue_figure @unmask }
      relationshipLengthMonths { ...FigureValue_figure @unmask }
      sustainedFourMonths { ...FigureValue_figure @unmask }
      bySystems: reachByLocale(by: SYSTEMS) {
        ...ReachChart_share @unmask
      }
      byStudents: reachByLocale(by: STUDENTS) {
        ...ReachChart_share @unmask
      }
    }
    needPatterns(scope: $scope) {
      cells {
        row {
          key
          label
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
    topicTrends(scope: $scope) {
      topic {
        id
        label
      }
      direction
      acrossSystems
    }
  }
`);

const HEADLINES = [
  { field: "systemsServed", label: "school systems coached", metric: "systems_served" },
  { field: "statesReached", label: "states", metric: "states_reached" },
  { field: "studentsReached", label: "students in those systems", metric: "students_reached" },
  { field: "titleIShare", label: "of the systems are Title I", metric: "title_i_share" },
  { field: "sessionsHeld", label: "coaching calls", metric: "sessions_held" },
  { field: "sessionRating", label: "of 5, mean rating of calls", metric: "session_rating" },
  { field: "returnRate", label: "of leaders came back, or asked for more", metric: "return_rate" },
  { field: "sustainedFourMonths", label: "of relationships last four months or more", metric: "sustained_four_months" },
] as const;

function AskedFor({ asked }: { readonly asked: readonly Asked[] }) {
  const domain = zeroBased(asked.map(({ share }) => share.high ?? share.value ?? 0));
  return (
    <ul className={classes["asked"]}>
      {asked.map(({ label, share }) => (
        <li key={label}>
          <span>{label}</span>
          <IntervalStrip {...share} domain={domain} tone="accent" bar />
          <span className={classes["number"]}>{share.value !== null && percent(share.value)}</span>
          <span className={classes["interval"]}>{intervalText(share, "share")}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the network has done and hears, on one sheet of paper for people who were not there. */
export function BriefPage() {
  const { scope, pending } = usePageSearch();
  const { setScope } = useScope();
  const { network } = useNetwork();
  const { filters } = use(ExportContext);
  const asOf = useAsOf(scope);
  const isProtected = useShowing(scope) === "protected";
  const { impact, needPatterns, topicTrends } = usePageQuery(BRIEF_PAGE, { scope });
  const found = standing(impact);
  const clear = { filtered: Object.keys(scope).length > 0, onClear: () => setScope({}) };
  if (found === "nothing") return <Empty {...clear} />;
  if (found === "tooFew") return <TooFew {...clear} />;
  const asked = mostAsked(needPatterns.cells);
  return (
    <PageFrame
      name="Brief"
      finding={impactSentence(impact)}
      basis={`${network.name}, as of ${asOf}. ${filters.length === 0 ? "The whole network." : `Only: ${filters.join("; ")}.`}`}
      pending={pending}
    >
      <section aria-label="Figures">
        <ul className={classes["headlines"]}>
          {HEADLINES.map(({ field, label, metric }) => (
            <li key={field}>
              <FigureValue show="headline" label={label} caption={label} metric={metric} figure={impact[field]} />
            </li>
          ))}
        </ul>
      </section>
      <section className={classes["part"]}>
        <h2>{askedSentence(asked)}</h2>
        <AskedFor asked={asked} />
      </section>
      <section className={classes["part"]}>
        <h2>Whom the network reaches</h2>
        <p className={classes["moving"]}>
          {reachSentence(impact.bySystems, "systems")}. {reachSentence(impact.byStudents, "students")}.
        </p>
      </section>
      <section className={classes["part"]}>
        <h2>What coaching talks about more, and less</h2>
        {movingSentences(topicTrends).map((sentence) => (
          <p key={sentence} className={classes["moving"]}>
            {sentence}
          </p>
        ))}
        <p>
          A topic counts as rising or falling only when its share of coaching changes from month to month by more than chance would have it,
          with all topics tested at once.{fewSystemsWords(topicTrends.filter(isMoving), "Sessions")}
        </p>
      </section>
      <footer className={classes["method"]}>
        <p>
          {network.demo && "This is a demo network: every record is invented. "}
          Ranges are 95% intervals; n is how many a figure rests on. School systems are districts, charter networks and single schools that ask
          as one.{" "}
          {isProtected &&
            "Figures are protected: they may be off by a little, so that no system or leader can be told apart, and what rests on fewer than ten systems or three organisations is left out. "}
          Every figure is defined at {window.location.origin}/definitions.
        </p>
      </footer>
    </PageFrame>
  );
}

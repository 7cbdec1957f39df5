import type { MetricId } from "@arl/schema/metrics";
import { graphql } from "../../gql";
import type { ImpactPageQuery } from "../../gql/graphql";
import { FigureValue } from "../figure/FigureValue";
import type { RecordsTarget } from "../figure/target";
import classes from "./impact.module.css";

graphql(`
  fragment Headlines_impact on Impact {
    systemsRequesting { ...FigureValue_figure @unmask }
    systemsServed { ...FigureValue_figure @unmask }
    schoolsReached { ...FigureValue_figure @unmask }
    studentsReached { ...FigureValue_figure @unmask }
    medianSystemStudents { ...FigureValue_figure @unmask }
    largestSystemShare { ...FigureValue_figure @unmask }
    statesReached { ...FigureValue_figure @unmask }
    titleIShare { ...FigureValue_figure @unmask }
    requests { ...FigureValue_figure @unmask }
    relationships { ...FigureValue_figure @unmask }
    sessionsHeld { ...FigureValue_figure @unmask }
    providersActive { ...FigureValue_figure @unmask }
    sessionRating { ...FigureValue_figure @unmask }
    ratingIfAllAnswered { ...FigureValue_figure @unmask }
    responseRate { ...FigureValue_figure @unmask }
    returnRate { ...FigureValue_figure @unmask }
    relationshipLengthMonths { ...FigureValue_figure @unmask }
    sustainedFourMonths { ...FigureValue_figure @unmask }
    sessionsPerRelationshipMax { ...FigureValue_figure @unmask }
    daysToMatch { ...FigureValue_figure @unmask }
    daysToFirstSession { ...FigureValue_figure @unmask }
  }
`);

type Impact = ImpactPageQuery["impact"];

interface Headline {
  readonly field: Exclude<keyof Impact, "bySystems" | "byStudents" | "survival" | "ratings" | "challengeByCall">;
  readonly label: string;
  readonly metric: MetricId;
  readonly records: RecordsTarget;
}

const SERVED: RecordsTarget = { kind: "systems", stage: "SERVED" };
const REQUESTING: RecordsTarget = { kind: "systems", stage: "REQUESTING" };
const REQUESTS: RecordsTarget = { kind: "requests" };
const SESSIONS: RecordsTarget = { kind: "sessions" };
const RATED: RecordsTarget = { kind: "sessions", rated: true };
const RELATIONSHIPS: RecordsTarget = { kind: "engagements" };

const GROUPS: readonly { readonly name: string; readonly figures: readonly Headline[] }[] = [
  {
    name: "Reach",
    figures: [
      { field: "systemsRequesting", label: "systems asked for help", metric: "systems_requesting", records: REQUESTING },
      { field: "systemsServed", label: "systems coached", metric: "systems_served", records: SERVED },
      { field: "statesReached", label: "states", metric: "states_reached", records: SERVED },
      { field: "schoolsReached", label: "schools in them", metric: "schools_reached", records: SERVED },
      { field: "studentsReached", label: "students in them", metric: "students_reached", records: SERVED },
      { field: "medianSystemStudents", label: "students in the median system", metric: "median_system_students", records: SERVED },
      { field: "largestSystemShare", label: "of students are in the largest system", metric: "largest_system_share", records: SERVED },
      { field: "titleIShare", label: "of systems are Title I", metric: "title_i_share", records: SERVED },
    ],
  },
  {
    name: "Coaching",
    figures: [
      { field: "requests", label: "requests", metric: "requests", records: REQUESTS },
      { field: "relationships", label: "relationships", metric: "relationships", records: RELATIONSHIPS },
      { field: "sessionsHeld", label: "calls held", metric: "sessions_held", records: SESSIONS },
      { field: "providersActive", label: "provider organisations active", metric: "providers_active", records: SESSIONS },
    ],
  },
  {
    name: "Meaningful",
    figures: [
      { field: "sessionRating", label: "of 5, mean rating of calls", metric: "session_rating", records: RATED },
      { field: "ratingIfAllAnswered", label: "the mean, had every call been rated", metric: "rating_if_all_answered", records: SESSIONS },
      { field: "responseRate", label: "of calls were rated", metric: "response_rate", records: RATED },
      { field: "returnRate", label: "came back, or asked for more", metric: "return_rate", records: RELATIONSHIPS },
    ],
  },
  {
    name: "Sustained",
    figures: [
      { field: "relationshipLengthMonths", label: "half of relationships last this long", metric: "relationship_length", records: RELATIONSHIPS },
      { field: "sustainedFourMonths", label: "last four months or more", metric: "sustained_four_months", records: RELATIONSHIPS },
      { field: "sessionsPerRelationshipMax", label: "calls in the longest relationship", metric: "sessions_per_relationship_max", records: RELATIONSHIPS },
    ],
  },
  {
    name: "Prompt",
    figures: [
      { field: "daysToMatch", label: "from request to match, median", metric: "time_to_match", records: REQUESTS },
      { field: "daysToFirstSession", label: "from request to first call, median", metric: "time_to_first_session", records: REQUESTS },
    ],
  },
];

/** The headline figures, each with what it rests on. */
export function Headlines({ impact }: { readonly impact: Pick<Impact, Headline["field"]> }) {
  return (
    <div className={classes["headlines"]}>
      {GROUPS.map(({ name, figures }) => (
        <section key={name} className={classes["headlineGroup"]} aria-label={name}>
          <h2>{name}</h2>
          <ul>
            {figures.map(({ field, label, metric, records }) => (
              <li key={field}>
                <FigureValue
                  show="headline"
                  label={`${name}: ${label}`}
                  caption={label}
                  metric={metric}
                  figure={impact[field]}
                  records={records}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

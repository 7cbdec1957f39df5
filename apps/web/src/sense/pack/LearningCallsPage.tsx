import { Link } from "@tanstack/react-router";
import { isStaff } from "../../access/home";
import { graphql } from "../../gql";
import type { LearningCallsPageQuery } from "../../gql/graphql";
import { PageFrame } from "../../ui/PageFrame";
import { counted } from "../figure/format";
import { useNetwork } from "../scope/network";
import { dayName } from "../scope/period";
import { usePageQuery } from "../scope/usePageQuery";
import { MailWish } from "./MailWish";
import classes from "./pack.module.css";

const CALLS = graphql(`
  query LearningCallsPage {
    learningCalls {
      week
      edition {
        number
        publishedAt
        mailed
      }
      commitments {
        id
        state
        overdue
      }
    }
  }
`);

type Call = LearningCallsPageQuery["learningCalls"][number];

/** `3 commitments: 1 kept, 2 open, 1 of them past its day`. */
function commitmentWords(commitments: Call["commitments"]): string {
  if (commitments.length === 0) return "no commitments";
  const inState = (state: string) => commitments.filter((each) => each.state === state).length;
  const overdue = commitments.filter((each) => each.overdue).length;
  const parts = [
    inState("KEPT") > 0 ? `${inState("KEPT")} kept` : null,
    inState("DROPPED") > 0 ? `${inState("DROPPED")} dropped` : null,
    inState("OPEN") > 0 ? `${inState("OPEN")} open${overdue > 0 ? `, ${overdue} of them past the day` : ""}` : null,
  ];
  return `${counted(commitments.length, "commitment")}: ${parts.filter((part) => part !== null).join(", ")}`;
}

function CallRow({ call: { week, edition, commitments } }: { readonly call: Call }) {
  return (
    <li>
      <Link to="/calls/$week" params={{ week }} className={classes["callName"]}>
        Week of {dayName(week)}
      </Link>
      <span>{edition === null ? "not published yet" : `published${edition.number > 1 ? `, edition ${edition.number}` : ""}`}</span>
      <span>{commitmentWords(commitments)}</span>
    </li>
  );
}

/** Every call, the latest first. */
export function LearningCallsPage() {
  const { viewer } = useNetwork();
  const { learningCalls } = usePageQuery(CALLS, {});
  const open = learningCalls.flatMap(({ commitments }) => commitments).filter(({ state }) => state === "OPEN").length;
  const finding = open === 0 ? "No commitment is open." : `${counted(open, "commitment is", "commitments are")} open from ${counted(learningCalls.length, "call")}.`;
  return (
    <PageFrame isDated name="Learning calls" finding={learningCalls.length === 0 ? "Nothing has been published yet." : finding} basis="The organisations meet once a week: what they share, what is needed, what could go better.">
      <ul className={classes["calls"]}>
        {learningCalls.map((call) => (
          <CallRow key={call.week} call={call} />
        ))}
      </ul>
      {!isStaff(viewer) && <MailWish />}
    </PageFrame>
  );
}

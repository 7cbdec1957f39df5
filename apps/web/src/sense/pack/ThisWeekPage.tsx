import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { counted } from "../figure/format";
import { dayName } from "../scope/period";
import { usePageQuery } from "../scope/usePageQuery";
import { DeskStuck } from "./DeskStuck";
import { MoversChart } from "./MoversChart";
import classes from "./pack.module.css";
import { PackLine } from "./PackLine";
import { besides, isOfTheWeek, weekFinding } from "./packLine";
import { Stuck } from "./Stuck";

const THIS_WEEK = graphql(`
  query ThisWeekPage {
    deskCounts(filter: { overdue: true }) {
      overdue
    }
    desk(filter: { overdue: true }, first: 40) {
      nodes {
        ...DeskStuck_item @unmask
      }
    }
    thisWeek {
      targetDays
      waitingCount
      call {
        week
        edition {
          number
          publishedAt
        }
        sentences {
          ...PackLine_sentence @unmask
        }
      }
      movers {
        topic {
          id
          code
          label
        }
        direction
        qValue
        acrossSystems
        ratioPerMonth {
          ...FigureValue_figure @unmask
        }
        points {
          start
          share {
            ...FigureValue_figure @unmask
          }
        }
      }
      waiting {
        days
        request {
          id
          urgency
          system {
            id
            name
            state
          }
          topics {
            id
            label
          }
        }
      }
      overdue {
        ...CommitmentLine_commitment @unmask
      }
    }
  }
`);

/** Monday morning: what changed, what is stuck, what moves. */
export function ThisWeekPage() {
  const { thisWeek, desk, deskCounts } = usePageQuery(THIS_WEEK, {});
  const { call, movers, waitingCount, targetDays, overdue } = thisWeek;
  const shown = call.sentences.filter(({ hidden }) => !hidden);
  const told = shown.filter(({ id }) => isOfTheWeek(id));
  const others = besides(desk.nodes, thisWeek.waiting);
  const requests = call.sentences.find(({ id }) => id === "arrived:week")?.figures[0]?.figure.value ?? null;
  return (
    <PageFrame
      name="This week"
      finding={weekFinding({ requests, waiting: waitingCount, targetDays, overdue: overdue.length, movers: movers.length })}
      basis={`The week up to ${dayName(call.week)}, 00:00, against the one before. What is stuck is as of now.`}
      controls={
        <Button component={Link} to={`/calls/${call.week}`}>
          {call.edition === null ? "Prepare the learning call" : "Open the learning call"}
        </Button>
      }
    >
      <section className={classes["section"]} aria-labelledby="changed">
        <h2 id="changed">What changed since last week</h2>
        <ul className={classes["lines"]}>
          {told.map((sentence) => (
            <PackLine key={sentence.id} sentence={sentence} />
          ))}
        </ul>
        <p className={classes["rest"]}>
          {counted(shown.length - told.length, "more sentence")}, on what stands from week to week, {shown.length - told.length === 1 ? "is" : "are"} in{" "}
          <Link to="/calls/$week" params={{ week: call.week }}>
            the learning-call pack
          </Link>
          .
        </p>
      </section>
      <Stuck week={thisWeek} desk={desk.nodes} />
      <DeskStuck items={others} overdue={deskCounts.overdue - (desk.nodes.length - others.length)} hasOthers={others.length < desk.nodes.length} />
      <MoversChart movers={movers} to={call.week} asOf={`As of ${dayName(call.week)}, 00:00.`} />
    </PageFrame>
  );
}

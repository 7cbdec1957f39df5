import { useMemo } from "react";
import { graphql } from "../../gql";
import type { OutlookPageQuery } from "../../gql/graphql";
import { PageFrame } from "../../ui/PageFrame";
import { Refused } from "../../ui/Refused";
import { count, counted, spoken } from "../figure/format";
import { dayName } from "../scope/period";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { DependenceChart } from "./DependenceChart";
import { Headlines } from "./Headlines";
import { LossChart } from "./LossChart";
import { OutlookControls } from "./OutlookControls";
import { outlookSentence, type Change } from "./outlookFinding";
import { readOutlookView } from "./outlookView";
import classes from "./outlook.module.css";
import { topicChoices } from "./topicChoices";
import { WaitChart } from "./WaitChart";
import { WaitsChart } from "./WaitsChart";

graphql(`
  fragment OutlookPage_forecast on OutlookForecast {
    capacityHours {
      ...FigureValue_figure @unmask
    }
    places {
      ...FigureValue_figure @unmask
    }
    utilisation {
      ...FigureValue_figure @unmask
    }
    growth {
      ...FigureValue_figure @unmask
    }
    medianWait {
      ...FigureValue_figure @unmask
    }
    longWait {
      ...FigureValue_figure @unmask
    }
    late {
      ...FigureValue_figure @unmask
    }
    queue {
      ...FigureValue_figure @unmask
    }
    byWeek {
      end
      wait {
        ...FigureValue_figure @unmask
      }
      queue {
        ...FigureValue_figure @unmask
      }
    }
    waits {
      from
      to
      share {
        ...FigureValue_figure @unmask
      }
    }
  }
`);

const OUTLOOK_PAGE = graphql(`
  query OutlookPage($scope: Scope, $topic: ID, $added: Int!, $addedHours: Float, $lostProvider: ID, $windowDays: Int!) {
    outlook: capacityOutlook(scope: $scope, topic: $topic, added: $added, addedHours: $addedHours, lostProvider: $lostProvider, windowDays: $windowDays) {
      day
      topic {
        id
        code
        label
      }
      topics {
        topic {
          id
          code
          label
          domain {
            id
            code
          }
        }
        arrivals
        estimable
      }
      refusal {
        reason
        why
        wouldLift
      }
      countedDays
      arrivals {
        ...FigureValue_figure @unmask
      }
      waiting
      open
      addedHours
      futures
      assumptions
      now {
        ...OutlookPage_forecast @unmask
      }
      changed {
        ...OutlookPage_forecast @unmask
      }
      difference {
        medianWait {
          ...FigureValue_figure @unmask
        }
        longWait {
          ...FigureValue_figure @unmask
        }
        late {
          ...FigureValue_figure @unmask
        }
        queue {
          ...FigureValue_figure @unmask
        }
      }
    }
    fragility(scope: $scope) {
      organisations {
        provider {
          id
          name
        }
        specialists {
          ...FigureValue_figure @unmask
        }
        hours {
          ...FigureValue_figure @unmask
        }
        onlyHere {
          id
          label
        }
        wouldFallShort {
          id
          label
        }
        domains {
          domain {
            id
            label
          }
          share {
            ...FigureValue_figure @unmask
          }
        }
      }
      topics {
        topic {
          id
          code
          label
          domain {
            id
            label
          }
        }
        organisations {
          ...FigureValue_figure @unmask
        }
        providers {
          id
          name
        }
        coverage {
          ...FigureValue_figure @unmask
        }
      }
    }
  }
`);

type Outlook = OutlookPageQuery["outlook"];

/** How long leaders will wait if demand goes on like this, and what would change it. */
export function OutlookPage() {
  const { search, latest, scope, pending, setParam } = usePageSearch();
  const view = useMemo(() => readOutlookView(search), [search]);
  const asked = useMemo(() => readOutlookView(latest), [latest]);
  const { outlook, fragility } = usePageQuery(OUTLOOK_PAGE, { scope, ...view });
  const organisations = useMemo(() => fragility.organisations.map(({ provider }) => provider), [fragility]);
  const choices = useMemo(() => topicChoices(outlook.topics), [outlook.topics]);
  const change: Change = { added: view.added, lost: organisations.find(({ id }) => id === view.lostProvider)?.name ?? null };
  const basis = `As of ${dayName(outlook.day)}.`;
  const label = outlook.topic?.label ?? "This network";
  const controls = (
    <OutlookControls view={asked} topic={asked.topic ?? outlook.topic?.code ?? null} choices={choices} organisations={organisations} usualHours={outlook.addedHours} onChange={setParam} />
  );
  const isTold = outlook.now !== null && outlook.arrivals !== null;
  return (
    <PageFrame
      name="Outlook"
      finding={outlook.now !== null && outlook.arrivals !== null ? outlookSentence(label, outlook.arrivals, outlook.now, outlook.changed, change) : `How long those who ask about ${label} will wait cannot be told.`}
      {...(isTold ? { basis: basisOf(outlook) } : {})}
      controls={controls}
      pending={pending}
    >
      {outlook.refusal !== null && <Refused what={`Outlook for ${label}`} why={outlook.refusal.why} wouldLift={outlook.refusal.wouldLift} />}
      {outlook.now !== null && <Told outlook={outlook} now={outlook.now} label={label} basis={basis} />}
      <LossChart organisations={fragility.organisations} onLose={(id) => {
          setParam("lost", id);
          window.scrollTo({ top: 0 });
        }} basis={basis} />
      <DependenceChart topics={fragility.topics} organisations={organisations} basis={basis} />
    </PageFrame>
  );
}

function basisOf({ day, arrivals, waiting, open, futures, countedDays }: Outlook): string {
  const requests = counted(arrivals?.n ?? 0, "request");
  const present = `${counted(waiting ?? 0, "request")} waiting and ${counted(open ?? 0, "relationship")} with its specialists`;
  return `From ${dayName(day)} on, beginning with ${present}; demand as in the last ${countedDays} days (${requests}). ${spoken(futures ?? 0)} futures were drawn; brackets hold 95% of them.`;
}

interface ToldProps {
  readonly outlook: Outlook;
  readonly now: NonNullable<Outlook["now"]>;
  readonly label: string;
  readonly basis: string;
}

function Told({ outlook, now, label, basis }: ToldProps) {
  const { changed, difference, topic, assumptions, arrivals } = outlook;
  const rests = `n ${count(arrivals?.n ?? 0)} requests. ${basis}`;
  return (
    <>
      <WaitChart now={now.byWeek} changed={changed?.byWeek ?? null} basis={rests} />
      <Headlines label={label} code={topic?.code ?? ""} now={now} changed={changed} difference={difference} />
      <WaitsChart now={now} changed={changed} difference={difference?.late ?? null} weeks={now.byWeek.length} basis={rests} />
      <section className={classes["assumptions"]}>
        <h2>What this takes for granted</h2>
        <ul>
          {assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

import type { ReactNode } from "react";
import { isStaff } from "../../access/home";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { NotYours } from "../../ui/states";
import { useNetwork } from "../scope/network";
import { dayName } from "../scope/period";
import { usePageQuery } from "../scope/usePageQuery";
import classes from "./capacity.module.css";
import { CapacityChart } from "./CapacityChart";
import { capacitySentence, lastMonth, modelsSentence, unreported } from "./capacityFinding";
import { ModelsTable } from "./ModelsTable";

graphql(`
  fragment CapacityPage_model on CapacityModel {
    model
    offered {
      ...FigureValue_figure @unmask
    }
    used {
      ...FigureValue_figure @unmask
    }
    perTeacher {
      ...FigureValue_figure @unmask
    }
  }
`);

const CAPACITY = graphql(`
  query CapacityPage($month: Scope!, $isStaff: Boolean!) {
    offers: capacityOffers @include(if: $isStaff) {
      id
      model
      activeFrom
      activeTo
      uses {
        month
      }
    }
    inMonth: capacityDays(scope: $month) {
      models {
        ...CapacityPage_model @unmask
      }
    }
    all: capacityDays {
      models {
        model
        months {
          month
          offered {
            ...FigureValue_figure @unmask
          }
          used {
            ...FigureValue_figure @unmask
          }
        }
      }
    }
  }
`);

/** What the page takes from the network's own work. */
export interface CapacitySlots {
  /** Each coach's load: of an organisation; null = of all. */
  readonly loads: (providerId: string | null) => ReactNode;
  /** What systems' own people offer, to state and to report. @param month the first day of the last whole one. */
  readonly own: (month: string, today: string) => ReactNode;
}

/** Coaching days offered and used, by model of coaching: for staff, and for a lead those of the own organisation. */
export function CapacityPage({ slots }: { readonly slots: CapacitySlots }) {
  const { viewer } = useNetwork();
  if (isStaff(viewer)) return <Days organisation={null} slots={slots} />;
  if (viewer?.roles.includes("PROVIDER") && viewer.provider !== null) return <Days organisation={viewer.provider} slots={slots} />;
  return <NotYours owners="leads" />;
}

function Days({ organisation, slots }: { readonly organisation: { readonly id: string; readonly name: string } | null; readonly slots: CapacitySlots }) {
  const { today } = useNetwork();
  const month = lastMonth(today);
  const { inMonth, all, offers } = usePageQuery(CAPACITY, { month, isStaff: organisation === null });
  const { models } = inMonth;
  const missing = new Set(unreported(offers ?? [], month).map(({ model }) => model));
  const parts = modelsSentence(models);
  return (
    <PageFrame
      name="Capacity"
      finding={capacitySentence(models, month.from, missing.size > 0, organisation?.name ?? null)}
      basis={
        <>
          {parts} {organisation === null ? "A coaching day is seven hours." : `A coaching day is seven hours. These are exact, as of ${dayName(today)}, and open to you and to the network's staff alone.`}
        </>
      }
    >
      <CapacityChart models={all.models} recent={models} missing={missing} whose={organisation?.name ?? null} month={month.from} today={today} />
      {models.length > 0 && <ModelsTable models={models} missing={missing} month={month} />}
      <section>
        <h2 className={classes["heading"]}>Who has room</h2>
        {slots.loads(organisation?.id ?? null)}
      </section>
      {organisation === null && (
        <section>
          <h2 className={classes["heading"]}>What systems&rsquo; own people offer</h2>
          {slots.own(month.from, today)}
        </section>
      )}
    </PageFrame>
  );
}

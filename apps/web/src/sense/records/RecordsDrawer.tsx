import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { PageBoundary } from "../../ui/PageBoundary";
import { Failed, Loading, NotAllowed } from "../../ui/states";
import type { PanelProps } from "../figure/FigureMenu";
import type { RecordsTarget } from "../figure/target";
import type { Scope } from "../scope/scope";
import { useScope } from "../scope/useScope";
import { EngagementRecords } from "./EngagementRecords";
import classes from "./records.module.css";
import { RequestRecords } from "./RequestRecords";
import { ResourceRecords } from "./ResourceRecords";
import { SessionRecords } from "./SessionRecords";
import { SpecialistRecords } from "./SpecialistRecords";
import { SystemRecords } from "./SystemRecords";
import { recordsNoun, recordsScope } from "./words";

function Rows({ target, scope }: { readonly target: RecordsTarget; readonly scope: Scope }): ReactNode {
  switch (target.kind) {
    case "systems":
      return <SystemRecords scope={scope} stage={target.stage} ids={target.ids ?? null} />;
    case "requests":
      return <RequestRecords scope={scope} at={target.at ?? null} standing={target.standing ?? null} ids={target.ids ?? null} />;
    case "sessions":
      return <SessionRecords scope={scope} at={target.at ?? null} rated={target.rated ?? null} />;
    case "engagements":
      return <EngagementRecords scope={scope} />;
    case "specialists":
      return <SpecialistRecords scope={scope} />;
    case "resources":
      return <ResourceRecords topics={scope.topics ?? null} />;
  }
}

/** The rows behind a figure, at the right of the page; on a phone, the whole screen. */
export function RecordsDrawer({ target, onClose }: PanelProps) {
  const { scope } = useScope();
  const phone = useMediaQuery("(max-width: 700px)", false, { getInitialValueInEffect: false });
  const { records, label } = target;
  if (records == null) return null;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={phone ? "100%" : 760}
      title={
        <span className={classes["title"]}>
          {recordsNoun(records)}
          <small>{label}</small>
        </span>
      }
      closeButtonProps={{ "aria-label": "Close records" }}
      attributes={{ header: { role: "presentation" } }}
      transitionProps={{ duration: 120 }}
      returnFocus={false}
    >
      <PageBoundary
        resetKey={label}
        loading={<Loading />}
        renderProblem={(problem, retry) =>
          problem.kind === "notAllowed" ? (
            <NotAllowed />
          ) : (
            <Failed
              message={"message" in problem ? problem.message : "You are signed out."}
              requestId={"requestId" in problem ? problem.requestId : null}
              onRetry={retry}
            />
          )
        }
      >
        <Rows target={records} scope={recordsScope(scope, records)} />
      </PageBoundary>
    </Drawer>
  );
}

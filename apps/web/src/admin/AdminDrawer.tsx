import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { PageBoundary } from "../ui/PageBoundary";
import { Failed, Loading } from "../ui/states";
import classes from "./admin.module.css";

interface Props {
  readonly title: string;
  readonly subtitle: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel at the right of a list; on a phone, the whole screen. */
export function AdminDrawer({ title, subtitle, onClose, children }: Props) {
  const phone = useMediaQuery("(max-width: 700px)", false, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={phone ? "100%" : 520}
      title={
        <span className={classes["drawerTitle"]}>
          {title}
          <small>{subtitle}</small>
        </span>
      }
      closeButtonProps={{ "aria-label": "Close" }}
      attributes={{ header: { role: "presentation" } }}
      transitionProps={{ duration: 120 }}
    >
      <PageBoundary
        resetKey={title}
        loading={<Loading />}
        renderProblem={(problem, retry) => (
          <Failed message={"message" in problem ? problem.message : "You are signed out."} requestId={"requestId" in problem ? problem.requestId : null} onRetry={retry} />
        )}
      >
        <div className={classes["drawer"]}>{children}</div>
      </PageBoundary>
    </Drawer>
  );
}

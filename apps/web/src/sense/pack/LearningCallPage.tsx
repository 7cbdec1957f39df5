import { useParams } from "@tanstack/react-router";
import { isStaff } from "../../access/home";
import { NotFound } from "../../ui/states";
import { useNetwork } from "../scope/network";
import { isCalendarDate } from "../scope/period";
import { PublishedCall } from "./PublishedCall";
import { StaffCall } from "./StaffCall";

/** A call is known by a Monday that has come. */
const isCall = (week: string, today: string): boolean => isCalendarDate(week) && new Date(`${week}T00:00:00Z`).getUTCDay() === 1 && week <= today;

/** One week's call: staff prepare it, organisations read what was published of it. */
export function LearningCallPage() {
  const { week = "" } = useParams({ strict: false });
  const { viewer, today } = useNetwork();
  if (!isCall(week, today)) return <NotFound />;
  return isStaff(viewer) ? <StaffCall week={week} /> : <PublishedCall week={week} />;
}

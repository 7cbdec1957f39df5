import { CoachLoads } from "./network/capacity/CoachLoads";
import { OwnCapacity } from "./network/capacity/OwnCapacity";
import { CapacityPage as Page, type CapacitySlots } from "./sense/capacity/CapacityPage";

/** What the network's own work has to say on the page of capacity. */
const SLOTS: CapacitySlots = {
  loads: (providerId) => <CoachLoads providerId={providerId} />,
  own: (month, today) => <OwnCapacity month={month} today={today} />,
};

/** Coaching days, put together from what was counted and what is worked on. */
export function CapacityPage() {
  return <Page slots={SLOTS} />;
}

import type { Database } from "../db/client";
import { capacityOffers, capacityUses, type CapacityOfferRow } from "../network/capacity/capacity.table";

const BY = "Demo staff";

interface InventedOffer {
  readonly offer: Omit<CapacityOfferRow, "statedByName" | "statedAt">;
  /** Days used, month by month from the first. */
  readonly used: readonly number[];
}

const OFFERS: readonly InventedOffer[] = [
  { offer: { id: "b1d6a7c0-52f4-4b0e-8a11-7d5c3e903799", systemId: "3799503", model: "plus_team", schools: 3, people: 12, teachers: 96, daysPerMonth: 126, activeFrom: "2020-09-01", activeTo: null }, used: [62, 88, 91, 70, 103] },
  { offer: { id: "b1d6a7c0-52f4-4b0e-8a11-7d5c3e901399", systemId: "1399501", model: "plus_team", schools: 2, people: 7, teachers: 61, daysPerMonth: 73.5, activeFrom: "2020-10-01", activeTo: null }, used: [29, 44, 38, 57] },
  // Has just begun, and not reported yet.
  { offer: { id: "b1d6a7c0-52f4-4b0e-8a11-7d5c3e900499", systemId: "0499511", model: "plus_team", schools: 1, people: 4, teachers: 28, daysPerMonth: 42, activeFrom: "2021-01-11", activeTo: null }, used: [] },
  { offer: { id: "b1d6a7c0-52f4-4b0e-8a11-7d5c3e902699", systemId: "2699505", model: "peer", schools: 5, people: 40, teachers: 168, daysPerMonth: 30, activeFrom: "2020-09-01", activeTo: null }, used: [9, 14, 17.5, 11, 19] },
  { offer: { id: "b1d6a7c0-52f4-4b0e-8a11-7d5c3e900699", systemId: "0699529", model: "peer", schools: 3, people: 24, teachers: null, daysPerMonth: 18, activeFrom: "2020-10-01", activeTo: "2021-01-01" }, used: [6, 7.5, 3] },
];

/** The first of the month `months` after the one a day lies in. */
function monthAfter(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
}

/** Coaching days of five systems' own people. What organisations offer follows from the records. */
export async function loadCapacity(db: Database): Promise<void> {
  await db.insert(capacityOffers).values(OFFERS.map(({ offer }) => ({ ...offer, statedByName: BY, statedAt: new Date(`${offer.activeFrom}T15:00:00Z`) })));
  const uses = OFFERS.flatMap(({ offer: { id, activeFrom }, used }) =>
    used.map((days, index) => ({ offerId: id, month: monthAfter(activeFrom, index), days, reportedByName: BY, reportedAt: new Date(`${monthAfter(activeFrom, index + 1)}T15:00:00Z`) })),
  );
  await db.insert(capacityUses).values(uses);
}

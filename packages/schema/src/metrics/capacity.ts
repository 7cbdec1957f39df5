import { COACHING_DAY_HOURS } from "../network";
import { COUNTED, staffOnly } from "./metric";

/** Coaching days, by model of coaching. */
export const CAPACITY_METRICS = [
  staffOnly({
    id: "capacity_days_offered",
    label: "Coaching days offered",
    unit: "days",
    definition: "Coaching days that are there to be used: an organisation's from its coaches' hours, a system's own as it states them.",
    formula: `of organisations, sum over coaches of hours a month / ${COACHING_DAY_HOURS}, by the share of the month on which each is active; of Plus teams and peers, the days a month that are stated, by the same share; a month under way counts up to as of`,
    denominator: "coaches with known hours; of Plus teams and peers, the people who coach",
    source: COUNTED,
  }),
  staffOnly({
    id: "capacity_days_used",
    label: "Coaching days used",
    unit: "days",
    definition: "Coaching days that were spent: an organisation's in held sessions, a system's own as it reports them.",
    formula: `of organisations, sum over held sessions and their coaches of minutes / 60 / ${COACHING_DAY_HOURS}, an hour where the minutes are not known; of Plus teams and peers, the days reported for the month`,
    denominator: "held sessions; of Plus teams and peers, the months reported",
    source: COUNTED,
  }),
  staffOnly({
    id: "capacity_days_per_teacher",
    label: "Coaching days a teacher",
    unit: "days",
    definition: "Coaching days offered in the period for each teacher who is coached, where the system says how many are.",
    formula: "days offered / teachers coached, over what is offered with a number of teachers",
    denominator: "teachers coached",
    source: COUNTED,
  }),
] as const;

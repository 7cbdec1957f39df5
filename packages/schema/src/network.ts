/** The network's own time zone: days, weeks and months are cut in it, and times without an offset are read in it. */
export const NETWORK_TIME_ZONE = "America/New_York";

/** A month of a relationship, in days (365.25 / 12). */
export const DAYS_PER_MONTH = 30.4375;

/** Days within which a request should be matched. */
export const SERVICE_TARGET_DAYS = 2;

/** A request counts as recent demand for this many days. */
export const RECENT_DEMAND_DAYS = 90;

/** A system counts as Title I from this share of low-income students. */
export const TITLE_I_SHARE = 0.4;

/** Hours that make one coaching day. */
export const COACHING_DAY_HOURS = 7;

import { useNetwork } from "../sense/scope/network";

/** Days and moments as the network's time zone has them. */
export function useTimes() {
  const { timeZone } = useNetwork().network;
  const dayFormat = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone });
  const momentFormat = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone });
  return {
    day: (instant: string) => dayFormat.format(new Date(instant)),
    moment: (instant: string) => momentFormat.format(new Date(instant)),
  };
}

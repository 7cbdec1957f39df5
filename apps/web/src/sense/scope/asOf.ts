import { useNetwork } from "./network";
import { dayName } from "./period";
import type { Scope } from "./scope";

/** The day a page's figures are as of, in words: the end of the scope's period, else the network's today. */
export function useAsOf({ to }: Scope): string {
  const { today } = useNetwork();
  return dayName(to !== undefined && to < today ? to : today);
}

import { Ctx, Query, Resolver } from "type-graphql";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { signInMethods } from "../../access/signIn/methods";
import type { Context } from "../../context";
import { getSettings } from "../../db/settings.queries";
import { Network } from "./network.type";

/** Writes a day as year-month-day. */
const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: NETWORK_TIME_ZONE, dateStyle: "short" });

@Resolver()
export class NetworkResolver {
  @Query(() => Network, { description: "What this network is and what time it is there. Open to all." })
  async network(@Ctx() { use, now, oidcName = null }: Context): Promise<Network> {
    const { name, demoLoadedAt } = await use(getSettings);
    return { name, demo: demoLoadedAt !== null, now, today: DAY.format(now), timeZone: NETWORK_TIME_ZONE, signInMethods: signInMethods(oidcName), oidcName };
  }
}

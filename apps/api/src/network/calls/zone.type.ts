import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../enums";
import { ZONE_SOURCES, type ZoneSource } from "./zone";

const ZoneSourceEnum = enumOf(
  ZONE_SOURCES,
  "CallZoneSource",
  "Where a time zone is taken from: the LAST_CALL that was planned, the LEADER's own word, the STATE's one zone, the zone of MOST_OF_STATE, or the NETWORK's for want of all these.",
);

@ObjectType("CallZone", { description: "The time zone in which a leader is told of calls, unless a call says another." })
export class CallZone {
  @Field(() => String, { description: "Its IANA name, such as America/Chicago." })
  timeZone!: string;

  @Field(() => ZoneSourceEnum, { description: "Where it is taken from." })
  source!: ZoneSource;

  @Field(() => String, { description: "The name of the system's state." })
  stateName!: string;
}

import { Field, ObjectType, registerEnumType } from "type-graphql";

/** Why an analysis gives no estimate at all. */
export const RefusalReason = { TOO_FEW: "TOO_FEW", TOO_SHORT: "TOO_SHORT", NOT_RECORDED: "NOT_RECORDED", NOT_COMPARABLE: "NOT_COMPARABLE", NOT_SHOWN: "NOT_SHOWN" } as const;
export type RefusalReason = keyof typeof RefusalReason;

registerEnumType(RefusalReason, {
  name: "RefusalReason",
  description: "Why an analysis gives no estimate.",
  valuesConfig: {
    TOO_FEW: { description: "It would rest on too few records." },
    TOO_SHORT: { description: "The records cover too short a time." },
    NOT_RECORDED: { description: "What it needs was never recorded." },
    NOT_COMPARABLE: { description: "What would be compared cannot fairly be." },
    NOT_SHOWN: { description: "It has no form in which this viewer may see it." },
  },
});

/** An estimate that is not given: why, and what would lift it. Both are sentences for people. */
@ObjectType("Refusal", { description: "An estimate that is not given, because it could not be supported." })
export class Refusal {
  @Field(() => RefusalReason, { description: "The kind of reason." })
  reason!: RefusalReason;

  @Field(() => String, { description: "Why, as a sentence." })
  why!: string;

  @Field(() => String, { description: "What would lift it, as a sentence." })
  wouldLift!: string;
}

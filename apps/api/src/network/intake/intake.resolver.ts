import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { actAs } from "../../db/actAs.queries";
import { readInput } from "../../input";
import { RecordIntakeVisitInput, recordIntakeVisitRules, SubmitRequestInput, submitRequestRules } from "./intake.input";
import { formToken, keepVisit } from "./intake.queries";
import { IntakeForm, RecordIntakeVisitPayload, SubmitRequestPayload } from "./intake.type";
import { takeIn } from "./submission";

/** Of an address's points an hour: it sends 40 requests, and still looks up its district. A whole office asks from one address. */
const SUBMISSION_POINTS = 700;

@Resolver()
export class IntakeResolver {
  @Query(() => IntakeForm, { description: "Opens the form by which leaders ask for help. Open to all." })
  async intakeForm(@Ctx() { db, realNow }: Context): Promise<IntakeForm> {
    return { token: await formToken(db, realNow) };
  }

  @Mutation(() => SubmitRequestPayload, {
    description: "Asks for help. Sent again under the same key it is answered again, and a CONFLICT where something else is said; a CONFLICT with the field input.formToken asks to send it once more, with a new token. Open to all.",
  })
  async submitRequest(@Arg("input", () => SubmitRequestInput, { description: "What is asked." }) input: SubmitRequestInput, @Ctx() { db, now, realNow, allowance }: Context): Promise<SubmitRequestPayload> {
    const said = readInput(submitRequestRules, input);
    await allowance?.spend(SUBMISSION_POINTS);
    return actAs(db, "network_intake", (intake) => takeIn(intake, said, { now, realNow }));
  }

  @Mutation(() => RecordIntakeVisitPayload, { description: "Tells how far somebody came in the form, which is how it gets shorter. Open to all." })
  async recordIntakeVisit(@Arg("input", () => RecordIntakeVisitInput, { description: "How far." }) input: RecordIntakeVisitInput, @Ctx() { db, now }: Context): Promise<RecordIntakeVisitPayload> {
    const visit = readInput(recordIntakeVisitRules, input);
    await actAs(db, "network_intake", (intake) => keepVisit(intake, visit, now));
    return { id: visit.id };
  }
}

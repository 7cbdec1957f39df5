import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { readInput } from "../../input";
import { scopeWords } from "./address";
import { checkScope } from "../scope/scope";
import { namedThings } from "../scope/vocabulary.queries";
import { AddAlertInput, addAlertRules, RemoveAlertInput, removeAlertRules } from "./alert.input";
import { addAlert, listAlerts, removeAlert } from "./alert.queries";
import type { AlertRow } from "./alert.table";
import { AddAlertPayload, Alert, RemoveAlertPayload } from "./alert.type";
import { lookAt } from "./load";

@Resolver(() => Alert)
export class AlertResolver {
  @Query(() => [Alert], { description: "The viewer's own alerts, the oldest first. For staff." })
  alerts(@Ctx() { viewer, db }: Context): Promise<AlertRow[]> {
    requireStaff(viewer);
    return listAlerts(db);
  }

  @FieldResolver(() => String, { description: "The part of the network that it watches, in words." })
  async scopeWords(@Root() { scope }: AlertRow, @Ctx() { use }: Context): Promise<string> {
    return scopeWords(scope, await use(namedThings));
  }

  @Mutation(() => AddAlertPayload, { description: "Sets an alert, and looks at its figure once; mail goes out when it begins to hold, from the next look on. For staff." })
  async addAlert(@Arg("input", () => AddAlertInput, { description: "The alert." }) input: AddAlertInput, @Ctx() { viewer, db, use, now }: Context): Promise<{ alert: AlertRow }> {
    const { id: userId } = requireStaff(viewer);
    const asked = readInput(addAlertRules, input);
    const names = await use(namedThings);
    const scope = checkScope(asked.scope, names);
    if ("message" in scope) throw badInput(`input.${scope.field}`, scope.message);
    if (asked.kind === "coverage" && scope.topics.length !== 1) throw badInput("input.scope.topics", "Coverage is a single topic's: name a topic, not a domain.");
    const { holds, sentence } = await lookAt(asked, { db, names, now });
    const alert = await addAlert(db, { userId, ...asked });
    return { alert: { ...alert, holds, found: sentence } };
  }

  @Mutation(() => RemoveAlertPayload, { description: "Removes one of the viewer's own alerts. For staff." })
  async removeAlert(@Arg("input", () => RemoveAlertInput, { description: "Which." }) input: RemoveAlertInput, @Ctx() { viewer, db }: Context): Promise<{ id: string }> {
    requireStaff(viewer);
    const { id } = readInput(removeAlertRules, input);
    await removeAlert(db, id);
    return { id };
  }
}

import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { ROLES } from "@arl/schema/enums";
import { requireRole } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { readInput } from "../../input";
import { RemoveViewInput, removeViewRules, SaveViewInput, saveViewRules } from "./view.input";
import { listViews, removeView, saveView } from "./view.queries";
import type { SavedViewRow } from "./view.table";
import { RemoveViewPayload, SavedView, SaveViewPayload } from "./view.type";

const NEEDS_A_ROLE = "Views are kept by people with a role in the network.";

@Resolver()
export class ViewResolver {
  @Query(() => [SavedView], { description: "The viewer's own views and those shared with their role, by name." })
  savedViews(@Ctx() { viewer, db }: Context): Promise<SavedViewRow[]> {
    requireRole(viewer, ROLES, NEEDS_A_ROLE);
    return listViews(db);
  }

  @Mutation(() => SaveViewPayload, { description: "Keeps a page's address under a name. Repeated with the same name, the view is replaced. A CONFLICT from the 101st on." })
  async saveView(@Arg("input", () => SaveViewInput, { description: "The view." }) input: SaveViewInput, @Ctx() { viewer, db }: Context): Promise<{ view: SavedViewRow }> {
    const { id, name, roles } = requireRole(viewer, ROLES, NEEDS_A_ROLE);
    const view = readInput(saveViewRules, input);
    if (view.sharedWith.length > 0 && !roles.includes("staff")) throw badInput("input.sharedWith", "Views are shared by staff.");
    return { view: await saveView(db, { userId: id, ownerName: name, ...view }) };
  }

  @Mutation(() => RemoveViewPayload, { description: "Removes one of the viewer's own views." })
  async removeView(@Arg("input", () => RemoveViewInput, { description: "Which." }) input: RemoveViewInput, @Ctx() { viewer, db }: Context): Promise<{ id: string }> {
    const account = requireRole(viewer, ROLES, NEEDS_A_ROLE);
    const { id } = readInput(removeViewRules, input);
    await removeView(db, account.id, id);
    return { id };
  }
}

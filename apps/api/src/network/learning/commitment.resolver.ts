import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import { requireRole, type Viewer } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, forbidden } from "../../errors";
import { readInput } from "../../input";
import { providerById } from "../providers/provider.loader";
import type { ProviderRow } from "../providers/provider.table";
import { Provider } from "../providers/provider.type";
import { AddCommitmentInput, addCommitmentRules, SettleCommitmentInput, settleCommitmentRules } from "./commitment.input";
import { addCommitment, requireOrganisation, settleCommitment } from "./commitment.queries";
import { Commitment } from "./commitment.type";
import type { CommitmentRow } from "./learning.table";
import { dayAt, weekFault } from "./week.type";

@ObjectType("AddCommitmentPayload", { description: "The commitment that was written down." })
export class AddCommitmentPayload {
  @Field(() => Commitment, { description: "The commitment." })
  commitment!: CommitmentRow;
}

@ObjectType("SettleCommitmentPayload", { description: "The commitment that was settled." })
export class SettleCommitmentPayload {
  @Field(() => Commitment, { description: "The commitment as it stands now." })
  commitment!: CommitmentRow;
}

@Resolver(() => Commitment)
export class CommitmentResolver {
  @FieldResolver(() => Provider, { description: "The organisation that committed itself." })
  provider(@Root() { providerId }: CommitmentRow, @Ctx() { use }: Context): Promise<ProviderRow> {
    return use(providerById).load(providerId);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is open and its day has passed." })
  overdue(@Root() { state, due }: CommitmentRow, @Ctx() { now }: Context): boolean {
    return state === "open" && due < dayAt(now);
  }

  @Mutation(() => AddCommitmentPayload, { description: "Writes down what an organisation commits itself to. For staff, and for leads of the organisation." })
  async addCommitment(@Arg("input", () => AddCommitmentInput, { description: "Who, what and by when." }) input: AddCommitmentInput, @Ctx() { viewer, db, now }: Context): Promise<AddCommitmentPayload> {
    const account = requireRole(viewer, ["staff", "provider"], "Commitments are written down by the hub's staff and by organisations' leads.");
    const given = readInput(addCommitmentRules, input);
    const fault = weekFault(given.week, dayAt(now));
    if (fault !== null) throw badInput("input.week", fault);
    await requireOrganisation(db, given.providerId);
    if (!mayCommit(account, given.providerId)) throw forbidden("A lead commits the own organisation, and no other.");
    return { commitment: await addCommitment(db, given, account, now) };
  }

  @Mutation(() => SettleCommitmentPayload, { description: "Says what became of a commitment. For staff." })
  async settleCommitment(@Arg("input", () => SettleCommitmentInput, { description: "What became of which." }) input: SettleCommitmentInput, @Ctx() { viewer, db, now }: Context): Promise<SettleCommitmentPayload> {
    const account = requireStaff(viewer);
    const { id, state } = readInput(settleCommitmentRules, input);
    return { commitment: await settleCommitment(db, id, state, account, now) };
  }
}

const mayCommit = (viewer: Viewer, organisation: string): boolean => (viewer?.roles.includes("staff") ?? false) || viewer?.providerId === organisation;

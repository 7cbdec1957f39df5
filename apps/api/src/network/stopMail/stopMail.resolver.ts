import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { requireLink } from "../../access/links/link";
import type { Context } from "../../context";
import { SUBJECTS } from "../../jobs/mails/subjects";
import type { MailKind } from "../../jobs/mail.table";
import { isStopped, mailOfLink, stop, takeBack, type MailOfKind } from "./stopMail.queries";

@ObjectType("MailOfKind", { description: "Mail of one kind to one address, for the holder of the link in it." })
export class MailOfKindType {
  @Field(() => String, { description: "The subject under which it comes." })
  subject!: string;

  @Field(() => String, { description: "The address." })
  address!: string;

  @Field(() => Boolean, { description: "Whether none is sent any more." })
  stopped!: boolean;
}

@Resolver()
export class StopMailResolver {
  @Query(() => MailOfKindType, { description: "The mail that a link ends. Reading it ends nothing." })
  mailOfLink(@Ctx() context: Context): Promise<MailOfKindType> {
    return told(context, mailOfLink(requireLink(context.link, "mail")));
  }

  @Mutation(() => MailOfKindType, { description: "Ends mail of the kind that the link came in, or has it sent again." })
  async stopMail(@Arg("stopped", () => Boolean, { description: "Whether none is to be sent." }) stopped: boolean, @Ctx() context: Context): Promise<MailOfKindType> {
    const mail = mailOfLink(requireLink(context.link, "mail"));
    await (stopped ? stop : takeBack)(context.db, mail);
    return told(context, mail);
  }
}

async function told({ db }: Pick<Context, "db">, mail: MailOfKind): Promise<MailOfKindType> {
  return { subject: SUBJECTS[mail.kind as MailKind], address: mail.address, stopped: await isStopped(db, mail) };
}

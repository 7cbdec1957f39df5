import { Field, ObjectType } from "type-graphql";
import { SignInMethodEnum, type SignInMethod } from "../../access/signIn/methods";
import { DateScalar, DateTimeScalar } from "../../scalars";

@ObjectType("Network", { description: "The network itself." })
export class Network {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Boolean, { description: "True where every record is invented, to try things with." })
  demo!: boolean;

  @Field(() => DateTimeScalar, { description: "Now, by the network's clock; a demo network's runs in February 2021." })
  now!: Date;

  @Field(() => DateScalar, { description: "Today in the network's time zone." })
  today!: string;

  @Field(() => String, { description: "Days, weeks and months are cut in this time zone." })
  timeZone!: string;

  @Field(() => [SignInMethodEnum], { description: "How people may sign in here." })
  signInMethods!: SignInMethod[];

  @Field(() => String, { nullable: true, description: "What people know the organisation's own sign-in as; null where there is none." })
  oidcName!: string | null;
}

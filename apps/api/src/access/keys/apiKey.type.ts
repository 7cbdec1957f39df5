import { Field, ID, ObjectType } from "type-graphql";
import type { KeyScope } from "@arl/schema/enums";
import { enumOf, KeyScopeEnum } from "../../enums";
import { connectionOf } from "../../page";
import { DateTimeScalar } from "../../scalars";
import { KEY_STATES } from "./lifetime";

export const KeyStateEnum = enumOf(
  KEY_STATES,
  "KeyState",
  "How an API key stands. ROTATED has a successor and works until it expires; EXPIRED and REVOKED work no more.",
);

@ObjectType("ApiKey", { description: "A key by which programs read in the name of a person. The key itself is shown once, when it is made." })
export class ApiKey {
  @Field(() => ID, { description: "Its id; not the key." })
  id!: string;

  @Field(() => String, { description: "What its owner calls it." })
  name!: string;

  @Field(() => String, { description: "The key's first characters." })
  prefix!: string;

  @Field(() => [KeyScopeEnum], { description: "What it may be used for, as far as its owner still may." })
  scopes!: KeyScope[];

  @Field(() => DateTimeScalar, { description: "When it was made, by the real clock, like all its times." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used, to the minute; null = never." })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked; null = it was not." })
  revokedAt!: Date | null;
}

export const ApiKeyConnection = connectionOf(() => ApiKey, "ApiKey");

const secretDescription = "The key itself. It is shown this once and kept nowhere: whoever loses it makes another.";

@ObjectType("MakeApiKeyPayload", { description: "The key that was made." })
export class MakeApiKeyPayload {
  @Field(() => ApiKey, { description: "What is kept of it." })
  apiKey!: ApiKey;

  @Field(() => String, { description: secretDescription })
  secret!: string;
}

@ObjectType("RotateApiKeyPayload", { description: "The key that takes the old one's place." })
export class RotateApiKeyPayload {
  @Field(() => ApiKey, { description: "What is kept of it." })
  apiKey!: ApiKey;

  @Field(() => String, { description: secretDescription })
  secret!: string;
}

@ObjectType("RevokeApiKeyPayload", { description: "The key that was revoked." })
export class RevokeApiKeyPayload {
  @Field(() => ApiKey, { description: "As it is now." })
  apiKey!: ApiKey;
}

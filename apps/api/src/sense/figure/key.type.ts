import { Field, ID, ObjectType } from "type-graphql";
import { Figure } from "./figure.type";

@ObjectType("Key", { description: "A heading of a table of figures." })
export class Key {
  @Field(() => ID, { description: "An enum's name, a code, an id, `2020-05`, `2020-Q2`, `2020-W19`, `true` or `false`, or `UNKNOWN`." })
  key!: string;

  @Field(() => String, { description: "The heading as people read it." })
  label!: string;
}

@ObjectType("Cell", { description: "A place in a table of figures. Cells of zero are left out, except from protected tables, which list every place: nothing and too few look alike." })
export class Cell {
  @Field(() => Key, { nullable: true, description: "Its row; null where the table has no rows." })
  row!: Key | null;

  @Field(() => Key, { nullable: true, description: "Its column; null where the table has no columns." })
  column!: Key | null;

  @Field(() => Figure, { description: "How many requests, sessions or systems it holds." })
  count!: Figure;

  @Field(() => Figure, { description: "How many distinct systems they come from." })
  systems!: Figure;

  @Field(() => Figure, { description: "Its share of all in scope, or of all in its column where there are columns; Wilson interval." })
  share!: Figure;
}

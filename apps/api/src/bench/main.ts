import { createSchema } from "../schema";
import { GraphQLObjectType } from "graphql";
import { createGraphql } from "../graphql";
import { pino } from "pino";
const s = createSchema();
process.stdout.write(String(s.getQueryType() instanceof GraphQLObjectType) + "\n");
const server = createGraphql(s, { connection: {} as never, log: pino({level:"silent"}), introspection: true });
await server.start();
process.stdout.write("started\n"); await server.stop();

import { getTableColumns, getTableName, is, type Column } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as audit from "../access/audit/audit.table";
import * as accounts from "../access/account.table";
import * as links from "../access/links/link.table";
import * as keys from "../access/keys/apiKey.table";
import * as invitations from "../access/people/invitation.table";
import * as signIn from "../access/signIn/signIn.table";
import * as mail from "../jobs/mail.table";
import * as calls from "../network/calls/call.table";
import * as capacity from "../network/capacity/capacity.table";
import * as desk from "../network/desk/desk.table";
import * as districts from "../network/directory/district.table";
import * as states from "../network/directory/state.table";
import * as engagements from "../network/engagements/engagement.table";
import * as teams from "../network/engagements/team.table";
import * as intake from "../network/intake/intake.table";
import * as details from "../network/intake/details.table";
import * as asks from "../network/leaderPage/ask.table";
import * as learning from "../network/learning/learning.table";
import * as changes from "../network/framework/change.table";
import * as topics from "../network/framework/topic.table";
import * as offers from "../network/matching/offer.table";
import * as profiles from "../network/matching/profile.table";
import * as providers from "../network/providers/provider.table";
import * as cases from "../network/referrals/case.table";
import * as referrals from "../network/referrals/referral.table";
import * as care from "../network/requests/care.table";
import * as requests from "../network/requests/request.table";
import * as resources from "../network/resources/resource.table";
import * as sessions from "../network/sessions/session.table";
import * as systems from "../network/systems/system.table";
import * as alerts from "../sense/alerts/alert.table";
import * as annotations from "../sense/annotations/annotation.table";
import * as views from "../sense/views/view.table";
import * as suggestions from "../sense/tagging/suggestion.table";
import * as taggings from "../network/suggestions/tagging.table";
import * as settings from "./settings.table";
import { testDatabase } from "./testing";

const modules = [desk, offers, profiles, teams, links, intake, details, asks, care, capacity, calls, cases, alerts, annotations, views, changes, suggestions, taggings, learning, audit, accounts, keys, invitations, signIn, mail, districts, states, engagements, topics, providers, referrals, requests, resources, sessions, systems, settings];
const tables = modules.flatMap((module) => Object.values(module)).filter((value): value is PgTable => is(value, PgTable));

interface DatabaseColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly nullable: boolean;
}

test("the tables in code are the tables in the database, column by column", async () => {
  const { sql } = await testDatabase();
  const columns = await sql<DatabaseColumn[]>`
    select table_schema || '.' || table_name as table_name, column_name, case data_type when 'ARRAY' then ltrim(udt_name, '_') || '[]' else data_type end as data_type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema in ('public', 'auth')`;
  const inDatabase = columns.map((column) => `${column.table_name}.${column.column_name} ${column.data_type}${column.nullable ? "" : " not null"}`);
  const inCode = tables.flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => `${qualified(table)}.${describe(column)}`),
  );
  expect(inCode.sort()).toEqual(inDatabase.sort());
});

function qualified(table: PgTable): string {
  return `${getTableConfig(table).schema ?? "public"}.${getTableName(table)}`;
}

function describe(column: Column): string {
  return `${column.name} ${column.getSQLType()}${column.notNull ? " not null" : ""}`;
}

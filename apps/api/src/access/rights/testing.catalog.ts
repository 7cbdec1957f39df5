import type postgres from "postgres";
import type { DatabaseRole, Rows, Verb } from "./right";

/** What a role may do with a table, as the database's own catalog says. */
export interface CatalogRight {
  readonly table: string;
  readonly who: DatabaseRole;
  readonly may: Verb;
  /** "none" where the right is given but no row policy lets a row through. */
  readonly rows: Rows | "none";
  readonly columns: readonly string[];
}

/** Every table of ours with its columns, and whether its rows are guarded from everybody, its owner included. */
export function listTables(sql: postgres.Sql): Promise<{ name: string; columns: string[]; guarded: boolean; forced: boolean }[]> {
  return sql`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns, c.relrowsecurity as guarded, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname in ('public', 'auth', 'limits') and a.attnum > 0 and not a.attisdropped
    group by n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity order by name`;
}

/** Every right that the roles hold, by table grant or by column grant, with the rows that policies leave of it. */
export function listRights(sql: postgres.Sql, roles: readonly string[]): Promise<CatalogRight[]> {
  return sql<CatalogRight[]>`
    with given as (
      select c.oid, n.nspname, c.relname, c.relrowsecurity, r.oid as role_oid, r.rolname, v.verb,
        array_agg(a.attname::text order by a.attnum) filter (where
          case v.verb when 'delete' then has_table_privilege(r.oid, c.oid, 'delete') else has_column_privilege(r.oid, c.oid, a.attnum, v.verb) end
        ) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid,
        pg_roles r, unnest(array['select', 'insert', 'update', 'delete']) as v (verb)
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname in ('public', 'auth', 'limits') and a.attnum > 0 and not a.attisdropped
        and r.rolname = any(${[...roles]}::text[])
      group by c.oid, n.nspname, c.relname, c.relrowsecurity, r.oid, r.rolname, v.verb
    ),
    conditions as (
      select g.oid, g.role_oid, g.verb, bool_or(
        coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') = 'true' and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') = 'true'
      ) as whole
      from given g join pg_policy p on p.polrelid = g.oid
        and p.polcmd in ('*', case g.verb when 'select' then 'r' when 'insert' then 'a' when 'update' then 'w' else 'd' end)
        and (p.polroles = '{0}' or g.role_oid = any(p.polroles))
      group by g.oid, g.role_oid, g.verb
    )
    select case g.nspname when 'public' then '' else g.nspname || '.' end || g.relname as table, g.rolname as who, g.verb as may, g.columns,
      case when not g.relrowsecurity or c.whole then 'all' when c.whole is null then 'none' else 'own' end as rows
    from given g left join conditions c using (oid, role_oid, verb)
    where g.columns is not null order by 1, 2, 3`;
}

/** Every function of ours, extensions' apart, with the roles that may call it. */
export function listFunctions(sql: postgres.Sql, roles: readonly string[]): Promise<{ name: string; who: string[] }[]> {
  return sql`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || p.proname as name,
      array_agg(distinct r.rolname::text) filter (where has_function_privilege(r.oid, p.oid, 'execute')) as who
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
    where n.nspname in ('public', 'auth', 'limits') and r.rolname = any(${[...roles]}::text[])
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    group by n.nspname, p.proname order by name`;
}

/** Who may import whom. Every rule is an error; docs/adr/0005-who-imports-whom.md says why. */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "network-never-knows-of-sense",
      severity: "error",
      from: { path: "^apps/(api|web)/src/network/" },
      to: { path: "^apps/(api|web)/src/sense/" },
    },
    {
      name: "analysis-stands-alone",
      severity: "error",
      from: { path: "^packages/analysis/src/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(apps/|packages/schema/)" },
    },
    {
      name: "analysis-needs-no-node",
      severity: "error",
      from: { path: "^packages/analysis/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    { name: "schema-stands-alone", severity: "error", from: { path: "^packages/schema/src/" }, to: { path: "^(apps/|packages/analysis/)" } },
    { name: "web-never-imports-api", severity: "error", from: { path: "^apps/web/" }, to: { path: "^apps/api/" } },
    { name: "api-never-imports-web", severity: "error", from: { path: "^apps/api/" }, to: { path: "^apps/web/src/" } },
    {
      name: "sql-stays-in-queries",
      comment: "Only tables, queries, loaders, the database folder, the demo, the command line and tests touch drizzle.",
      severity: "error",
      from: {
        path: "^apps/api/src/",
        pathNot: "(\\.table|\\.queries|\\.loader|\\.test)\\.ts$|^apps/api/src/(db|demo|cli|oracle)/|^apps/api/src/access/accounts\\.ts$",
      },
      to: { path: "node_modules/drizzle-orm" },
    },
    {
      name: "oracle-is-independent",
      comment: "The independent calculation shares nothing with what it checks.",
      severity: "error",
      from: { path: "^apps/api/src/oracle/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(apps/api/src/(?!oracle/)|packages/analysis/)" },
    },
    {
      name: "features-see-types-tables-and-loaders-of-features",
      severity: "error",
      from: { path: "^apps/api/src/(network|sense)/([^/]+)/", pathNot: "\\.test\\.ts$|^apps/api/src/sense/(pack|alerts)/|^apps/api/src/network/desk/" },
      to: {
        path: "^apps/api/src/(network|sense)/([^/]+)/",
        // What a system is called and counted as is settled in one way, wherever a request comes from.
        pathNot: ["^apps/api/src/$1/$2/", "\\.(type|table|loader)\\.ts$", "^apps/api/src/sense/(scope|figure)/", "^apps/api/src/network/systems/(settle\\.queries|system\\.identity)\\.ts$"],
      },
    },
    {
      name: "pack-and-alerts-compose-what-analyses-load",
      comment: "They tell what the others found, so they call their loads; queries stay each feature's own.",
      severity: "error",
      from: { path: "^apps/api/src/sense/(pack|alerts)/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^apps/api/src/(network|sense)/([^/]+)/",
        pathNot: ["\\.(type|table|loader)\\.ts$", "/load\\.ts$", "^apps/api/src/sense/(pack|alerts|scope|figure)/"],
      },
    },
    {
      name: "desk-composes-what-the-work-loads",
      comment: "Its queue is made of what is open anywhere in the work.",
      severity: "error",
      from: { path: "^apps/api/src/network/desk/", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/api/src/(network|sense)/([^/]+)/", pathNot: ["\\.(type|table|loader)\\.ts$", "/load\\.ts$", "^apps/api/src/network/desk/"] },
    },
    {
      name: "web-features-do-not-import-each-other",
      severity: "error",
      from: { path: "^apps/web/src/(network|sense)/([^/]+)/" },
      to: { path: "^apps/web/src/(network|sense)/([^/]+)/", pathNot: ["^apps/web/src/$1/$2/", "^apps/web/src/sense/(scope|figure|records|annotations)/"] },
    },
    {
      name: "chart-and-ui-know-no-feature",
      severity: "error",
      from: { path: "^apps/web/src/(chart|ui)/" },
      to: { path: "^apps/web/src/(network|sense|access|gql)/|node_modules/@apollo" },
    },
    { name: "only-charts-draw", severity: "error", from: { path: "^apps/web/src/", pathNot: "/chart/|Chart\\.tsx$" }, to: { path: "node_modules/recharts" } },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "gql/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|gql)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"], extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"] },
  },
};

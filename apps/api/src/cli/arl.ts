import { Command, CommanderError, Option } from "commander";
import { ROLES, STAFF_POSITIONS } from "@arl/schema/enums";
import { addUser, type NewUser } from "./user";
import { loadDemoNetwork, migrateDatabase, readDirectory, readFolder, writeFolder } from "./commands";

/** Done, but not with everything: some rows were rejected. */
const SOME_REJECTED = 2;

const program = new Command("arl")
  .description("Looks after a coaching network's database: the one in DATA_DIR, or the one that DATABASE_URL names.")
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

program
  .command("migrate")
  .description("Bring the database to the newest version. Safe to repeat.")
  .action(() => migrateDatabase());

program
  .command("demo")
  .description("Load the invented demo network into an empty database.")
  .action(() => loadDemoNetwork());

program
  .command("directory")
  .description("Load or update the district directory from a CSV file, or from an export of NCES's ELSI table generator.")
  .argument("<file>", "the file, as it was downloaded")
  .action(async (file: string) => exitWith(await readDirectory(file)));

program
  .command("import")
  .description("Take a folder of CSV files into the network. What is not taken is listed in the folder's rejects.csv.")
  .argument("<folder>", "a folder with any of the import files")
  .action(async (folder: string) => exitWith(await readFolder(folder)));

program
  .command("export")
  .description("Write the network as a folder of CSV files that import reads back.")
  .argument("<folder>", "a folder; it is made where there is none")
  .action((folder: string) => writeFolder(folder));

program
  .command("user")
  .description("Accounts.")
  .command("add")
  .description("Make an account, or give one another role or password. The password is read from standard input.")
  .argument("<email>", "the address with which they sign in")
  .addOption(new Option("--role <role>", "what they are in the network").choices(ROLES).makeOptionMandatory())
  .option("--provider <id>", "the organisation of a coach or a provider's lead")
  .option("--coach <id>", "which coach a coach's account is; its organisation is the coach's")
  .addOption(new Option("--position <position...>", "what a member of staff does; without it, all of these").choices(STAFF_POSITIONS))
  .option("--name <name>", "what they are called; without it, the part of the address before the @")
  .action((email: string, options: NewUser) => addUser(email, options));

function exitWith({ rejected }: { rejected: number }): void {
  if (rejected > 0) process.exitCode = SOME_REJECTED;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    process.stderr.write(`${explained(error)}\n`);
    process.exitCode = 1;
  }
}

/** What went wrong and why. A statement that failed is told by its cause: the statement itself says nothing to a person. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = error.message.startsWith("Failed query:") ? "The database refused." : error.message;
  return error.cause instanceof Error ? `${message}\n  ${error.cause.message}` : message;
}

import { pino } from "pino";
import { smtpTransport } from "./transport";
import { startWorker } from "./worker";

/** A worker in a process of its own, which a test can kill. Its arguments: the database's address, the mail server's. */
const [, , databaseUrl = "", smtpUrl = ""] = process.argv;
const transport = smtpTransport(smtpUrl, { name: "Test network", address: "network@test.example" });
await startWorker({ databaseUrl, transport, publicUrl: "https://network.example", log: pino({ level: "silent" }) });

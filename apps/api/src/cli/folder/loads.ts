import type { FileHandle } from "node:fs/promises";
import { coachesLoad } from "./coaches.load";
import { engagementsLoad } from "./engagements.load";
import { exportFile, type OneExport } from "./exportOne";
import type { FileLoad } from "./fileLoad";
import { importFile, type OneImport } from "./importOne";
import { providersLoad } from "./providers.load";
import { ratingsLoad } from "./ratings.load";
import { referralsLoad } from "./referrals.load";
import { requestsLoad } from "./requests.load";
import { resourcesLoad } from "./resources.load";
import { sessionsLoad } from "./sessions.load";

/** The files of a folder, each after those that it refers to. */
export const LOADS = [
  part(providersLoad),
  part(coachesLoad),
  part(requestsLoad),
  part(engagementsLoad),
  part(sessionsLoad),
  part(ratingsLoad),
  part(referralsLoad),
  part(resourcesLoad),
];

/** Hides what kind of rows a file has, so that all files can be gone through alike. */
function part<Row>(load: FileLoad<Row>) {
  return {
    fileName: `${load.file.name}.csv`,
    importFrom: (file: FileHandle, into: OneImport) => importFile(load, file, into),
    exportTo: (to: OneExport) => exportFile(load, to),
  };
}

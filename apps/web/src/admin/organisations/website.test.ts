import { expect, test } from "vitest";
import { websiteFault } from "./OrganisationFields";

test.each(["", "https://blue.org", "http://blue.org/coaching"])("%j is taken", (website) => expect(websiteFault(website)).toBeNull());
test.each(["blue", "blue.org", "javascript:alert(1)", "ftp://blue.org"])("%j is no website", (website) => expect(websiteFault(website)).not.toBeNull());

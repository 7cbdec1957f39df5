import type { Page } from "playwright-core";
import { ask } from "../browser";

interface Outbox {
  readonly outbox: { readonly nodes: readonly { readonly id: string; readonly kind: string; readonly to: string; readonly text: string | null }[] };
}

/** Where the newest mail of a kind leads that was not followed yet. @param to an address, or somebody whom it greets by name. */
export async function followed(page: Page, kind: string, to: string, before: Set<string>): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { outbox } = await ask<Outbox>(page, "{ outbox(first: 60) { nodes { id kind to text } } }");
    const mail = outbox.nodes.find((each) => each.kind === kind && (each.to === to || each.text?.startsWith(`Hello ${to},`)) && !before.has(each.id));
    const path = /https?:\/\/[^/\s]+(\/(?:my|r|offer|referral)\/[\w-]{43})/.exec(mail?.text ?? "")?.[1];
    if (mail && path !== undefined) {
      before.add(mail.id);
      return path;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No ${kind} with a link was mailed to ${to}.`);
}

import type { DocumentNode } from "graphql";

/** The dashboard has some dozens of documents; programs bring a few of their own. */
const MOST_DOCUMENTS = 200;

/** A parsed document takes some 40 times its text. Longer ones are parsed each time that they come. */
const LONGEST_TEXT = 6_000;

/**
 * Keeps documents that were parsed and found valid, the ones asked for last. By number, for the server's own store
 * estimates sizes far too low: thousands of different operations make it hold hundreds of megabytes.
 */
export class DocumentCache {
  readonly #documents = new Map<string, DocumentNode>();

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document) this.#renew(key, document);
    return Promise.resolve(document);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    if ((document.loc?.end ?? 0) > LONGEST_TEXT) return Promise.resolve();
    this.#renew(key, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > MOST_DOCUMENTS && oldest !== undefined) this.#documents.delete(oldest);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(key));
  }

  #renew(key: string, document: DocumentNode): void {
    this.#documents.delete(key);
    this.#documents.set(key, document);
  }
}

import type { Locator, Page } from "playwright-core";

/** What a reader does with mouse and keys, counted. */
export interface Hand {
  /** Clicks, keys and filled fields so far. */
  readonly acts: () => number;
  readonly click: (target: Locator) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  /** One field, however long its text. */
  readonly fill: (field: Locator, text: string) => Promise<void>;
  readonly choose: (field: Locator, label: string) => Promise<void>;
}

/** The hand of whoever reads a page. */
export function handOn(page: Page): Hand {
  let acts = 0;
  const counting = <Rest extends unknown[]>(act: (...rest: Rest) => Promise<unknown>) => async (...rest: Rest): Promise<void> => {
    acts += 1;
    await act(...rest);
  };
  return {
    acts: () => acts,
    click: counting((target: Locator) => target.click()),
    press: counting((key: string) => page.keyboard.press(key)),
    fill: counting((field: Locator, text: string) => field.fill(text)),
    choose: counting((field: Locator, label: string) => field.selectOption({ label })),
  };
}

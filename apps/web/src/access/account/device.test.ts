import { expect, test } from "vitest";
import { deviceWords, placeWords } from "./device";

test.each([
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari on a Mac"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0", "Edge on Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1", "Chrome on an iPhone"],
  ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome on a Chromebook"],
  ["Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Firefox on Android"],
  ["curl/8.5.0", "A program"],
  ["", "A device that does not say what it is"],
  [null, "A device that does not say what it is"],
])("%s", (userAgent, words) => expect(deviceWords(userAgent)).toBe(words));

test.each([
  ["127.0.0.1", "the computer that the network runs on"],
  ["::1", "the computer that the network runs on"],
  ["::ffff:127.0.0.1", "the computer that the network runs on"],
  ["192.168.1.4", "a private network"],
  ["172.20.0.9", "a private network"],
  ["fd00::1", "a private network"],
  ["172.32.0.9", "the internet address 172.32.0.9"],
  ["203.0.113.9", "the internet address 203.0.113.9"],
  ["", "not known"],
  [null, "not known"],
])("%s is told without looking anything up", (address, words) => expect(placeWords(address)).toContain(words));

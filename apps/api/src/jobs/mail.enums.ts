import { enumOf } from "../enums";
import { MAIL_STATES } from "./mail.table";

export const MailStateEnum = enumOf(MAIL_STATES, "MailState", "WAITING is to be tried, again if need be; SENT was handed over; FAILED was given up.");

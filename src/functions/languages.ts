import type { Dataset } from "../dataset/dataset";
import type { Language } from "../query/describe";
import { openSession, type Session, type SessionOptions } from "./session";
import { en, type Messages } from "./messages/en";
import { zh } from "./messages/zh";

function messagesIn(language: Language): Messages {
  return language === "zh" ? zh : en;
}

/** A session in any language. */
export function createSession(dataset: Dataset, options: SessionOptions): Session {
  return openSession(dataset, messagesIn(options.language ?? "en"), options);
}

/** The same session in another language. */
export function inLanguage(session: Session, language: Language): Session {
  return { ...session, language, messages: messagesIn(language) };
}

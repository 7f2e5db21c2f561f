/** Outcomes that a person is told of: what came of it, or a sentence in every language that says what to do. */
import type { FindingValues } from '../../shared/domain/finding/verdict.ts'
import { inBoth, type Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { openingSentence } from '../shell/opening-fault.ts'
import { SecretFault } from './secret/secret-file.ts'
import { saySystemError } from '../terminal/index.ts'

/** It was not done; nothing was changed but what the sentence says. */
export interface Refused {
  ok: false
  said: Sentences
  /** The profile, or the file, does not open with the passphrase that was said. */
  locked?: true
}

/** What came of something. */
export type Outcome<T> = ({ ok: true } & T) | Refused

/** Fills a sentence in every language. */
export function filled(sentences: Sentences, values: FindingValues = {}): Sentences {
  return inBoth((locale) => say(locale, sentences[locale], values))
}

/** It was not done, and why. */
export function refuse(sentences: Sentences, values: FindingValues = {}): Refused {
  return { ok: false, said: filled(sentences, values) }
}

/** What an error says that a profile, the disk or a file gave; null: nobody expected it. */
export function expectedFault(error: unknown, profile: string): Sentences | null {
  const vi = openingSentence(error, profile, 'vi') ?? saySystemError(error, 'vi')
  const en = openingSentence(error, profile, 'en') ?? saySystemError(error, 'en')
  return vi === null || en === null ? null : { vi, en }
}

/** Whether nobody said the passphrase, or another one. */
const isLocked = (error: unknown): boolean =>
  error instanceof SecretFault && (error.code === 'PASSPHRASE_WRONG' || error.code === 'PASSPHRASE_NEEDED')

/** Does it; what the profile, the disk or a file refuses is an outcome. @throws whatever else is thrown */
export async function orRefused<T extends { ok: boolean }>(
  profile: string,
  act: () => Promise<T | Refused> | T | Refused,
): Promise<T | Refused> {
  try {
    return await act()
  } catch (error) {
    const said = expectedFault(error, profile)
    if (said === null) throw error
    return isLocked(error) ? { ok: false, said, locked: true } : { ok: false, said }
  }
}

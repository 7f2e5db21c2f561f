/** Whom a profile is for, as commands need to know that only look at it. */
import type { Mode } from '../../../shared/domain/mode.ts'
import { isReadFault, JournalSchemaAltered, readMode } from '../../journal/index.ts'
import { modeIn, profilePaths, readCheckpoint } from '../../profile/index.ts'
import type { Terminal } from '../../terminal/index.ts'
import { openingSentence } from '../../shell/index.ts'
import { existsSync } from 'node:fs'

/**
 * As its journal says. One of an earlier version may not have been told, and a damaged or altered one may not say.
 * @param folder of a journal that was set aside
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function journalMode(
  profile: string,
  key: Uint8Array,
  folder: string = profilePaths(profile).journal,
): Mode | null {
  try {
    return readMode(folder, key) ?? modeIn(profile)
  } catch (error) {
    if (isReadFault(error) || error instanceof JournalSchemaAltered) return modeIn(profile)
    throw error
  }
}

/**
 * As its checkpoint.json says. Where that is there and cannot be used, it says so on standard error and answers null: nobody
 * is told silently of real codes what holds for practice.
 */
export function toldMode(profile: string, { complain, locale }: Pick<Terminal, 'complain' | 'locale'>): Mode | null {
  const { checkpoint } = profilePaths(profile)
  if (!existsSync(checkpoint)) return null
  try {
    return readCheckpoint(profile).mode
  } catch (error) {
    const sentence = openingSentence(error, profile, locale)
    if (sentence === null) throw error
    complain(`${unknown[locale]} ${sentence}\n`)
    return null
  }
}

const unknown = {
  vi: 'Cảnh báo: không rõ hồ sơ này của chốt thật hay để tập huấn.',
  en: 'Warning: whether this profile is for real or for practice is not known.',
} as const

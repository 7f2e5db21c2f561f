/** The mode that a journal was begun in: its first entry, or one that an older journal is given, and never another. */
import * as v from 'valibot'
import { modes, type Mode } from '../../../shared/domain/mode.ts'
import { lastEvent } from './last-event.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'

const begunSchema = v.object({ mode: v.picklist(modes) })

/** A journal that was begun in another mode than the profile says now. */
export class JournalOfAnotherMode extends Error {
  readonly code = 'JOURNAL_OF_ANOTHER_MODE'
  /** The journal's. */
  readonly mode: Mode
  constructor(mode: Mode) {
    super(`this journal was begun for ${mode}, and the profile says otherwise`)
    this.name = 'JournalOfAnotherMode'
    this.mode = mode
  }
}

/** The mode of an open journal; null where it says none yet. */
export function modeOf(database: Database): Mode | null {
  const said = v.safeParse(begunSchema, lastEvent(database, 'journal.begun'))
  return said.success ? said.output.mode : null
}

/**
 * The mode of the journal in a folder, read without writing.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function readMode(folder: string, key: Uint8Array): Mode | null {
  const database = openToRead(folder, key)
  try {
    return modeOf(database)
  } finally {
    database.close()
  }
}

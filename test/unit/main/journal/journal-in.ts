/** Journals for tests: opened with the keys of tests, and closed when a test ends. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkJournal, type CheckOptions } from '../../../../main/journal/check-journal.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { migrations } from '../../../../main/journal/file/migrate.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { journalKey, keys, secrets } from '../../../fixtures/secrets.ts'

/** A new folder of a test's own. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'chot-journal-'))

/** The format in which journals are written now. */
export const latestFormat = migrations.at(-1)?.version ?? 0

/** Opens the journal in a folder. */
export const openIn = (folder: string): Promise<Journal> =>
  Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined })

/** What a whole check of the journal in a folder finds; `intact`: nothing. */
export function check(folder: string, options?: CheckOptions) {
  const { discords, ...answer } = checkJournal(folder, keys, options)
  return { intact: discords.length === 0, discords, ...answer }
}

/** Alters or asks a journal's file behind the journal's back. */
export function behindIts(folder: string, sql: string): unknown[] {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  try {
    database.pragma('foreign_keys = OFF')
    if (sql.startsWith('SELECT')) return database.prepare(sql).all()
    database.exec(sql)
    return []
  } finally {
    database.close()
  }
}

/** The files in a folder and below it whose bytes hold any of the texts. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  if (files.length === 0) throw new Error(`there is no file in ${folder}`)
  return files
    .filter(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name))
      return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
    })
    .map(({ name }) => name)
}

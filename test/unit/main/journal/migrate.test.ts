import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp, backupNames } from '../../../../main/journal/file/backup.ts'
import { formatOf, migrate, migrations, type Migration } from '../../../../main/journal/file/migrate.ts'
import { openEncrypted, type Database } from '../../../../main/journal/file/open-database.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { filesHolding, latestFormat, newFolder, openIn } from './journal-in.ts'

const broken: Migration = { version: 9000, sql: 'CREATE TABLE later (x ANY) STRICT; INSERT INTO nowhere VALUES (1)' }
const ahead: Migration = { version: 9000, sql: 'CREATE TABLE later (x ANY) STRICT; UPDATE scans SET holder = NULL' }

async function recorded(): Promise<{ folder: string; database: Database; backUpHere: (name: string) => void }> {
  const folder = newFolder()
  const journal = await openIn(folder)
  for (let count = 0; count < 30; count++) journal.recordScan(accepted, 'camera', now + count)
  journal.close()
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  return { folder, database, backUpHere: (name) => backUp(database, folder, name) }
}

const holders = (database: Database): unknown =>
  database.prepare('SELECT count(*) FROM scans WHERE holder IS NOT NULL').pluck().get()

describe('a migration', () => {
  test('is preceded by a backup, encrypted and whole, of the journal as it was', async () => {
    const { folder, database, backUpHere } = await recorded()
    migrate(database, backUpHere, [...migrations, ahead])
    expect([formatOf(database), holders(database)]).toEqual([9000, 0])
    database.close()
    expect(backupNames(folder)).toEqual([`format-${latestFormat}-before-9000.sqlite`])
    expect(filesHolding(join(folder, 'backups'), ['Nguyễn', 'NGUYEN', 'CREATE TABLE'])).toEqual([])
    const kept = openEncrypted(join(folder, 'backups', `format-${latestFormat}-before-9000.sqlite`), journalKey)
    expect([formatOf(kept), holders(kept)]).toEqual([latestFormat, 30])
    kept.close()
  })

  test('that ran is not run again, and makes no second backup', async () => {
    const { database, backUpHere } = await recorded()
    migrate(database, backUpHere, [...migrations, ahead])
    const again = (): void => {
      throw new Error('backed up again')
    }
    expect(() => migrate(database, again, [...migrations, ahead])).not.toThrow()
    expect(formatOf(database)).toBe(9000)
    database.close()
  })

  test.each([
    ['in its first step', [broken]],
    [
      'in a later step',
      [
        { ...ahead, version: 8000 },
        { ...broken, sql: broken.sql.replace('later', 'latest') },
      ],
    ],
  ])('that breaks off %s leaves everything as it was', async (_where, steps) => {
    const { database, backUpHere } = await recorded()
    expect(() => migrate(database, backUpHere, [...migrations, ...steps])).toThrow('nowhere')
    expect([formatOf(database), holders(database)]).toEqual([latestFormat, 30])
    expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'late%'`).all()).toEqual([])
    database.close()
  })

  test('does not begin where the backup could not be made', async () => {
    const { database } = await recorded()
    const full = (): void => {
      throw new Error('no room')
    }
    expect(() => migrate(database, full, [...migrations, ahead])).toThrow('no room')
    expect(formatOf(database)).toBe(latestFormat)
    database.close()
  })

  test('of a new journal makes no backup, for there is nothing to lose', async () => {
    const folder = newFolder()
    ;(await openIn(folder)).close()
    expect(backupNames(folder)).toEqual([])
  })
})

/** Entries that somebody with the key wrote behind the last one: well chained, and of content that Chốt writes nowhere. */
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readContent } from '../../../../main/journal/chain/content.ts'
import { entryHash, genesis, sha256 } from '../../../../main/journal/chain/entry.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { entryKinds, type Kind } from '../../../../shared/ledger/entry-kinds.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from './crossing-of.ts'
import { check, newFolder, openIn } from './journal-in.ts'

/** A closed journal of a scan, a crossing and an erasure. */
async function closed(): Promise<string> {
  const folder = newFolder()
  const journal = await openIn(folder)
  journal.recordScan(accepted, 'camera', now)
  recordedBy(journal, crossingOf(), now + 1)
  journal.recordScan(accepted, 'camera', now + 2)
  journal.erase(now + 1, 1, now + hour)
  journal.close()
  return folder
}

/** Chains an entry to the last one, by the key alone. Answers with its number. */
function forge(folder: string, kind: string, payload: string): number {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
  try {
    const last = database
      .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1')
      .get() ?? { seq: 0, hash: genesis }
    const header = {
      seq: last.seq + 1,
      id: '017c4a5e-8f00-7000-8000-000000000007',
      at: now + 2 * hour,
      kiosk: 'kiosk-1',
      officer: null,
      kind,
      payloadHash: sha256(payload),
      previous: last.hash,
    }
    database
      .prepare(
        `INSERT INTO entries (seq, id, at, kiosk, officer, kind, payload_hash, previous, payload, hash)
         VALUES (@seq, @id, @at, @kiosk, @officer, @kind, @payloadHash, @previous, @payload, @hash)`,
      )
      .run({ ...header, payload, hash: entryHash(header) })
    return header.seq
  } finally {
    database.close()
  }
}

const kinds = [...Object.keys(entryKinds), 'from.later', '__proto__']
const derived = (Object.keys(entryKinds) as Kind[]).filter((kind) => entryKinds[kind].projection !== null)

/** What is no object. */
const noContents = ['', 'null', '[]', '{', '"text"', '1', '{"salt":"x"', `${'['.repeat(3000)}${']'.repeat(3000)}`]

test.each(noContents.map((text) => [text.slice(0, 12), text]))('%j is the content of no kind', (_shown, text) => {
  for (const kind of kinds) expect([kind, readContent(kind, text)]).toEqual([kind, 'unreadable'])
})

test.each([...kinds.map((kind) => [kind, '{'] as const), ...derived.map((kind) => [kind, '{}'] as const)])(
  'an entry of kind %s with the content %s is named by a check, by opening, and keeps no lane closed',
  async (kind, text) => {
    const folder = await closed()
    const discord = { why: 'payload-unreadable', seq: forge(folder, kind, text) }
    expect(check(folder).discords).toContainEqual(discord)
    const journal = await openIn(folder)
    onTestFinished(() => journal.close())
    expect(journal.doubts).toContainEqual(discord)
    expect(journal.recordScan(accepted, 'camera', now + 3 * hour)).toMatchObject({ recorded: true })
    expect(check(folder).discords).toContainEqual(discord)
  },
)

describe('behind an entry whose content is none', () => {
  test('tables are made anew as before', async () => {
    const folder = await closed()
    forge(folder, 'crossing.recorded', '{}')
    const journal = await openIn(folder)
    onTestFinished(() => journal.close())
    expect(journal.rebuild()).toMatchObject({ changed: false })
  })

  test('the shift is closed without it, and an entry says so', async () => {
    const folder = await closed()
    const seq = forge(folder, 'crossing.recorded', '{}')
    const journal = await openIn(folder)
    onTestFinished(() => journal.close())
    expect(journal.shifts.close(now + 3 * hour)).toMatchObject({ recorded: true })
    expect(journal.shifts.last()?.totals.crossings.total).toBe(1)
    expect(journal.doubts).toContainEqual({ why: 'payload-unreadable', seq })
  })

  test.each(['trust.believed', 'journal.begun', 'clock.confirmed', 'hub.enrolled', 'crossing.abandoned'])(
    'of kind %s, nothing is taken from it',
    async (kind) => {
      const folder = await closed()
      forge(folder, kind, '{')
      const journal = await openIn(folder)
      onTestFinished(() => journal.close())
      expect([
        journal.lastEvent('trust.believed'),
        journal.lastEvent('journal.begun'),
        journal.clockEvidence().dismissed,
        journal.ledger.hub(),
        journal.abandonedCrossings(0),
      ]).toEqual([null, null, null, null, []])
    },
  )
})

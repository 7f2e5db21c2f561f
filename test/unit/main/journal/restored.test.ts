import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Journal, readEntries, restoreJournal } from '../../../../main/journal/index.ts'
import { enrolled, receiptFor, receiptText } from '../../../fixtures/hub.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from './crossing-of.ts'
import { check, newFolder } from './journal-in.ts'

/** A profile with a journal that was copied and went on: `back` puts the copy in its place. */
async function copied() {
  const profile = newFolder()
  const [folder, copy, ends] = [join(profile, 'journal'), join(profile, 'copy'), join(profile, 'settings')]
  const place = { folder, kiosk: 'kiosk-1', secrets, log: () => undefined, ends }
  const open = async (): Promise<Journal> => {
    const journal = await Journal.open(place)
    onTestFinished(() => journal.close())
    return journal
  }
  mkdirSync(profile, { recursive: true })
  const first = await open()
  first.begin('real', now)
  first.ledger.ensureKeys(now)
  enrolled(first, now)
  for (let count = 0; count < 3; count++) recordedBy(first, crossingOf(), now + count)
  first.saveDraft('{"of":"before"}')
  first.close()
  cpSync(folder, copy, { recursive: true })
  copyFileSync(`${folder}.end`, `${copy}.end`)
  const second = await open()
  for (let count = 0; count < 150; count++) second.recordScan(accepted, 'camera', now + 10 + count)
  const last = second.ledger.head()
  second.close()
  const back = (what: 'whole' | 'folder' = 'whole'): void => {
    rmSync(folder, { recursive: true })
    cpSync(copy, folder, { recursive: true })
    if (what === 'whole') copyFileSync(`${copy}.end`, `${folder}.end`)
  }
  const restore = (known: { seq: number; hash: string } | null = null) =>
    restoreJournal(place, { why: 'restored', known, at: now + hour })
  return { folder, ends, open, back, restore, last }
}

const entriesIn = (folder: string) => [...readEntries(folder, journalKey)]
const lastOf = (folder: string) => entriesIn(folder).at(-1)?.entry

describe('a journal that goes on from a copy', () => {
  test('does so in an epoch of its own, that names where the copy ended and what is known to be lost', async () => {
    const { folder, back, restore, last } = await copied()
    const from = entriesIn(folder)[5]?.entry
    back()
    const restored = await restore()
    const entry = entriesIn(folder)[6]
    expect(entry?.entry).toMatchObject({ seq: 7, kind: 'journal.restored', previous: from?.hash })
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      why: 'restored',
      from: { seq: 6, hash: from?.hash, epoch: entriesIn(folder)[0]?.entry.hash },
      known: { seq: last?.seq, hash: last?.hash },
    })
    expect(restored).toMatchObject({ recorded: true, lost: 150, head: { seq: 8, epoch: entry?.entry.hash } })
  })

  test.each(['whole', 'folder'] as const)('is whole, with the %s put back, and opens without a doubt', async (what) => {
    const { folder, ends, back, restore, open } = await copied()
    back(what)
    await restore()
    expect(check(folder, { ends })).toMatchObject({ intact: true, entries: 8, signed: 8 })
    const journal = await open()
    expect(journal.doubts).toEqual([])
    for (let count = 0; count < 120; count++) journal.recordScan(accepted, 'camera', now + 2 * hour + count)
    expect(check(folder, { ends })).toMatchObject({ intact: true })
  })

  test('has new keys from there on, and keeps the heads of what was lost apart', async () => {
    const { folder, back, restore } = await copied()
    copyFileSync(join(folder, 'heads.jsonl'), join(folder, '..', 'heads.later'))
    back()
    copyFileSync(join(folder, '..', 'heads.later'), join(folder, 'heads.jsonl'))
    await restore()
    expect(entriesIn(folder)[7]?.entry.kind).toBe('kiosk.keys')
    const hash = entriesIn(folder)[5]?.entry.hash ?? ''
    expect(existsSync(join(folder, `heads-behind-${hash.slice(0, 12)}.jsonl`))).toBe(true)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('gives up the crossing that was being built: whoever stood there was decided about since', async () => {
    const { back, restore, open } = await copied()
    back()
    await restore()
    expect((await open()).readDraft()).toBeNull()
  })

  test('takes what somebody tells of how far it had come', async () => {
    const { folder, back, restore } = await copied()
    back()
    const known = { seq: 900, hash: 'a'.repeat(64) }
    expect(await restore(known)).toMatchObject({ lost: 894 })
    expect(JSON.parse(entriesIn(folder)[6]?.payload ?? '')).toMatchObject({ known })
  })

  test('is none where there is nothing to go on from', async () => {
    const folder = newFolder()
    const place = { folder, kiosk: 'kiosk-1', secrets, log: () => undefined }
    expect(await restoreJournal(place, { why: 'moved', known: null, at: now })).toEqual({
      recorded: false,
      code: 'empty',
    })
  })

  test('is delivered epoch by epoch: what the hub lacks of one is not had because it has the next', async () => {
    const { folder, back, restore, open } = await copied()
    back()
    await restore()
    const journal = await open()
    recordedBy(journal, crossingOf(), now + 2 * hour)
    const last = lastOf(folder)
    const epoch = entriesIn(folder)[6]?.entry.hash ?? ''
    const hash = last?.hash ?? ''
    const ofNext = receiptText({ hub: 'hub-1', epoch, level: 'backed-up', through: last?.seq ?? 0, hash })
    expect(journal.ledger.keepReceipt(ofNext)).toEqual({ kept: true })
    expect(journal.ledger.delivered('backed-up')).toBe(0)
    journal.ledger.keepReceipt(receiptFor(folder, 4))
    expect(journal.ledger.delivered('backed-up')).toBe(4)
    journal.ledger.keepReceipt(receiptFor(folder, 6))
    expect(journal.ledger.delivered('backed-up')).toBe(last?.seq)
    const beyond = receiptFor(folder, 7)
    expect(journal.ledger.keepReceipt(beyond)).toEqual({ kept: false, code: 'another-chain' })
  })
})

describe('a profile that is carried to another laptop as it is', () => {
  /** The journal opened there, with other settings, and what a kiosk does first. */
  async function elsewhere(profile: string, ends = join(profile, 'other-settings'), at = now + hour) {
    const folder = join(profile, 'journal')
    const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined, ends })
    journal.recordDoubts(at)
    journal.ledger.goOnHere(at)
    return journal
  }

  test('goes on in an epoch of its own, with new keys, its crossing kept, and says so once', async () => {
    const { folder, last } = await copied()
    const profile = join(folder, '..')
    const journal = await elsewhere(profile)
    expect([journal.ledger.wasMoved, journal.doubts, journal.readDraft()]).toEqual([true, [], '{"of":"before"}'])
    const [moved, keys] = entriesIn(folder).slice(-2)
    expect(moved?.entry).toMatchObject({ seq: (last?.seq ?? 0) + 1, kind: 'journal.restored' })
    expect(JSON.parse(moved?.payload ?? '')).toMatchObject({ why: 'moved', from: last, known: null })
    expect(keys?.entry.kind).toBe('kiosk.keys')
    expect(journal.ledger.head()).toMatchObject({ epoch: moved?.entry.hash })
    journal.close()
    const ends = join(profile, 'other-settings')
    expect(check(folder, { ends })).toMatchObject({ intact: true })
    const again = await elsewhere(profile)
    onTestFinished(() => again.close())
    expect([again.ledger.wasMoved, entriesIn(folder).length]).toEqual([false, keys?.entry.seq])
  })

  test('is told what does not agree all the same', async () => {
    const { folder } = await copied()
    rmSync(`${folder}.end`)
    const journal = await elsewhere(join(folder, '..'))
    onTestFinished(() => journal.close())
    expect(journal.doubts).toEqual([expect.objectContaining({ why: 'mark-missing' })])
    expect(
      entriesIn(folder)
        .slice(-3)
        .map(({ entry }) => entry.kind),
    ).toEqual(['journal.doubted', 'journal.restored', 'kiosk.keys'])
  })

  test.each([
    ['where it always was', (profile: string) => join(profile, 'settings')],
    ['where settings take nothing, so that nothing is known', () => '/dev/null/settings'],
  ])('is no other one %s', async (_where, ends) => {
    const { folder } = await copied()
    const profile = join(folder, '..')
    const before = entriesIn(folder).length
    const journal = await elsewhere(profile, ends(profile))
    onTestFinished(() => journal.close())
    expect([journal.ledger.wasMoved, entriesIn(folder).length]).toEqual([false, before])
  })

  test('is no other one that was new and had signed nothing, or that was restored by the command', async () => {
    const { folder, back, restore, open } = await copied()
    back()
    await restore()
    const journal = await open()
    journal.ledger.goOnHere(now + hour)
    expect(journal.ledger.wasMoved).toBe(false)
    const profile = newFolder()
    const place = { folder: join(profile, 'journal'), kiosk: 'kiosk-1', secrets, log: () => undefined }
    const first = await Journal.open({ ...place, ends: join(profile, 'settings') })
    onTestFinished(() => first.close())
    first.begin('real', now)
    first.ledger.goOnHere(now)
    expect(first.ledger.wasMoved).toBe(false)
    expect(entriesIn(folder).at(-1)?.entry.kind).toBe('kiosk.keys')
  })
})

describe('a profile that was put back whole, and nobody said so', () => {
  test('is told by the folder of this user’s settings: at opening, as an entry, and by a whole check', async () => {
    const { folder, ends, back, open, last } = await copied()
    back()
    const discord = { why: 'cut-off-far', seq: 7, vouched: { seq: last?.seq, hash: last?.hash } }
    expect(check(folder)).toMatchObject({ intact: true })
    expect(check(folder, { ends }).discords).toEqual([discord])
    const journal = await open()
    expect(journal.doubts).toEqual([discord])
    journal.recordScan(accepted, 'camera', now + hour)
    expect(entriesIn(folder)[6]?.entry.kind).toBe('journal.doubted')
    journal.close()
    expect(check(folder, { ends })).toMatchObject({ discords: [], earlier: [{ discord }] })
  })

  test('but for its own mark, which alone is older, is told by that folder at the next head', async () => {
    const { folder, ends, open } = await copied()
    const mark = readFileSync(`${folder}.end`)
    const journal = await open()
    journal.recordScan(accepted, 'camera', now + hour)
    const seq = (journal.ledger.head()?.seq ?? 0) - 1
    journal.close()
    writeFileSync(`${folder}.end`, mark)
    expect(check(folder).discords).toEqual([])
    expect(check(folder, { ends }).discords).toEqual([{ why: 'mark-old', seq }])
    expect((await open()).doubts).toEqual([{ why: 'mark-old', seq }])
  })

  test('and went on beyond, with other entries, is told too', async () => {
    const { folder, ends, back, last } = await copied()
    back()
    const place = { folder, kiosk: 'kiosk-1', secrets, log: () => undefined }
    const elsewhere = await Journal.open(place)
    for (let count = 0; count < 200; count++) elsewhere.recordScan(accepted, 'camera', now + 9 + count)
    elsewhere.close()
    const vouched = { seq: last?.seq, hash: last?.hash }
    expect(check(folder, { ends }).discords).toEqual([{ why: 'not-as-vouched-far', seq: last?.seq, vouched }])
  })

  test('is not missed where that folder takes nothing: the kiosk goes on and says so in its log', async () => {
    const profile = newFolder()
    const lines: string[] = []
    const place = { folder: join(profile, 'journal'), kiosk: 'kiosk-1', secrets, ends: '/dev/null/settings' }
    const journal = await Journal.open({ ...place, log: (line) => lines.push(line) })
    journal.recordScan(accepted, 'camera', now)
    journal.signHead(now + 1)
    journal.close()
    expect(lines.join('\n')).toContain('its end was not marked in the settings of this user')
    expect(check(place.folder)).toMatchObject({ intact: true })
  })
})

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Journal, readEntries } from '../../../../main/journal/index.ts'
import { journalKey, keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { accepted, now, rejected } from '../../../fixtures/verdicts.ts'
import { crossingOf, why } from '../journal/crossing-of.ts'
import { behindIts } from '../journal/journal-in.ts'
import { runCommand, type Ran } from './run-command.ts'

/** A profile whose journal, of before journals said what they are for, has three scans and a signed head. */
async function checkpoint() {
  const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-journal-command-')))
  const who = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real' }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(who))
  const folder = join(profile, 'journal')
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined })
  let open = true
  const close = (): void => {
    if (open) journal.close()
    open = false
  }
  onTestFinished(close)
  journal.recordScan(accepted, 'camera', now)
  journal.recordScan(rejected, 'camera', now + 1)
  journal.recordScan(accepted, 'camera', now + 2)
  const head = journal.signHead(now + 3)
  const run = (words: string[], locale = 'en'): Promise<Ran> =>
    runCommand(['journal', ...words, '--profile', profile, '--lang', locale], now + 10)
  return { profile, folder, journal, close, head, run }
}

describe('chot journal verify', () => {
  test('says how long the journal is, how far it is signed and how long that took, while the kiosk runs', async () => {
    const { run } = await checkpoint()
    const { status, printed, complained } = await run(['verify'])
    expect([status, complained]).toEqual([0, ''])
    expect(printed).toMatch(/^intact: 3 entries, head [0-9a-f]{64}, signed up to entry 3\nTime: \d+\.\d s\.\n$/)
    expect((await run(['verify', '--no-search'], 'vi')).printed).toMatch(
      /^nguyên vẹn: 3 bản ghi, mã băm cuối [0-9a-f]{64}, đã ký đến bản ghi 3\nChưa so chỉ mục tìm kiếm .*\nThời gian: \d+,\d giây\.\n$/,
    )
  })

  test('holds the journal to a printed head', async () => {
    const { run, head } = await checkpoint()
    expect(await run(['verify', '--head', JSON.stringify(head)])).toMatchObject({ status: 0 })
    const other = JSON.stringify({ ...head, seq: 9 })
    expect(await run(['verify', '--head', other])).toMatchObject({
      status: 1,
      printed: expect.stringMatching(/^DOES NOT AGREE\. The signature at entry 9 is not this kiosk’s\./),
    })
    await expect(run(['verify', '--head', 'x'])).rejects.toThrow('not a signed head')
  })

  test('names what somebody planted in the journal’s file, which is read no further, and every other command refuses it', async () => {
    const { run, folder, close } = await checkpoint()
    close()
    behindIts(folder, 'CREATE TRIGGER evil AFTER INSERT ON entries BEGIN DELETE FROM entries; END')
    const { status, printed } = await run(['verify'])
    expect([status, printed]).toEqual([
      1,
      expect.stringMatching(
        /^DOES NOT AGREE\. In the journal’s file, trigger evil was not made by Chốt: .*journal begin/,
      ),
    ])
    expect((await run(['verify'], 'vi')).printed).toMatch(
      /^KHÔNG KHỚP\. Trong tệp nhật ký, trigger evil không phải do Chốt/,
    )
    for (const words of [['tail'], ['rebuild'], ['export']])
      await expect(run(words)).rejects.toMatchObject({ code: 'JOURNAL_SCHEMA_ALTERED' })
    expect(await run(['begin', '--yes'])).toMatchObject({ status: 0 })
    expect(await run(['verify'])).toMatchObject({ status: 0 })
  })

  test('names a row that does not agree, that numbers were not to be believed, and what to do; a rebuild mends it', async () => {
    const { run, folder, close } = await checkpoint()
    close()
    behindIts(folder, `UPDATE scans SET outcome = 'accepted' WHERE seq = 2`)
    const found = await run(['verify'])
    expect(found.status).toBe(1)
    expect(found.printed).toMatch(
      /^DOES NOT AGREE\. Entry 2 and the list of scans do not agree \(a row is different\): numbers and searches were not to be believed\. .*"npx chot journal rebuild"\.\n/,
    )
    expect((await run(['verify'], 'vi')).printed).toMatch(
      /^KHÔNG KHỚP\. Bản ghi 2 và danh sách lượt quét không khớp nhau .*/,
    )
    expect(await run(['rebuild'])).toMatchObject({
      status: 0,
      printed: 'rebuilt from 6 entries; something was different\n',
      complained: expect.stringContaining('Entry 2 and the list of scans do not agree'),
    })
    const after = await run(['verify'])
    expect(after.status).toBe(0)
    expect(after.printed).toMatch(/^Entry 4 says what Chốt found when it was opened: Entry 2 and the list/)
    expect([...readEntries(folder, journalKey)].map(({ entry }) => entry.kind).slice(3)).toEqual([
      'journal.doubted',
      'journal.begun',
      'kiosk.keys',
      'journal.rebuilt',
    ])
  })

  test('makes no key where there is none', async () => {
    const { run, profile, close } = await checkpoint()
    close()
    rmSync(join(profile, 'secret.json'))
    await expect(run(['verify'])).rejects.toMatchObject({ code: 'SECRET_MISSING' })
  })
})

describe('chot journal tail', () => {
  test('prints the last entries for a program', async () => {
    const { run } = await checkpoint()
    const { printed } = await run(['tail', '-n', '2', '--json'])
    const lines = printed.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { seq: 2, kind: 'scan.verified', payload: { outcome: 'rejected' } },
      { seq: 3, kind: 'scan.verified', payload: { outcome: 'accepted' } },
    ])
  })

  test('prints a line an entry for a person, in both languages', async () => {
    const { run, journal } = await checkpoint()
    journal.recordCrossing(crossingOf({ decision: 'referred', reason: { code: 'symptoms', note: null } }), now, null)
    journal.amendCrossing(4, crossingOf({ vehicle: null, travellers: 1 }), why, now + 60_000)
    journal.voidCrossing(4, { undone: false, why }, now + 60_000)
    journal.recordEvent('clock.doubted', { doubt: 'behind' }, now + 60_000)
    journal.erase(now + 1, 1, now + 60_000)
    journal.shifts.close(now + 60_000)
    journal.recordCrossing(crossingOf({ travellers: 1, happenedAt: now - 3_600_000 }), now + 60_000, null)
    const lines = async (locale: string) => (await run(['tail', '-n', '99'], locale)).printed.trimEnd().split('\n')
    expect(await lines('en')).toEqual([
      '08:00 04/10/2021 · #1 · Scan · content erased',
      '08:00 04/10/2021 · #2 · Scan · NOT VALID (result-positive) · Nguyễn Văn An',
      '08:00 04/10/2021 · #3 · Scan · VALID (rules-met) · Nguyễn Văn An',
      '08:00 04/10/2021 · #4 · Crossing · into the province · 98A-123.45 · 2 people · VALID · Medical post · Shows symptoms · Nguyễn Văn An, Trần Thị Bích Ngọc',
      '08:01 04/10/2021 · #5 · Crossing 4 corrected · into the province · on foot · 1 person · VALID · Admitted · Nguyễn Văn An',
      '08:01 04/10/2021 · #6 · Crossing 4 voided',
      '08:01 04/10/2021 · #7 · Clock doubted',
      '08:01 04/10/2021 · #8 · Personal data erased up to entry 1',
      '08:01 04/10/2021 · #9 · Shift closed · 0 crossings, 3 scans',
      '08:01 04/10/2021 · #10 · Crossing · happened at 07:00 04/10/2021, entered later · into the province · 98A-123.45 · 1 person · VALID · Admitted · Nguyễn Văn An',
    ])
    expect((await lines('vi'))[3]).toBe(
      '08:00 04/10/2021 · #4 · Qua chốt · vào tỉnh · 98A-123.45 · 2 người · HỢP LỆ · Chuyển y tế · Có triệu chứng · Nguyễn Văn An, Trần Thị Bích Ngọc',
    )
  })

  test('is an entry, which is not among those that it prints', async () => {
    const { run, folder, close } = await checkpoint()
    close()
    const { printed, complained } = await run(['tail', '-n', '2'])
    expect([printed.trimEnd().split('\n').length, complained]).toEqual([2, ''])
    expect(printed).toContain('#3')
    const last = [...readEntries(folder, journalKey)].at(-1)
    expect([last?.entry.kind, JSON.parse(last?.payload ?? '')]).toMatchObject(['access.exported', { entries: 2 }])
  })

  test('shows a hostile name as one harmless line', async () => {
    const { run, journal } = await checkpoint()
    const hostile = 'An\u001b[2J\u202e\nVALID'
    const [person] = crossingOf({ travellers: 1 }).travellers
    journal.recordCrossing({ ...crossingOf(), travellers: [{ ...person!, name: hostile }] }, now, null)
    const { printed } = await run(['tail', '-n', '1'])
    expect(printed.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})

describe('chot journal export', () => {
  test('writes every entry to a file that its owner alone may read, and replaces none', async () => {
    const { run, profile, journal } = await checkpoint()
    journal.erase(now + 1, 3, now + 5)
    const file = join(profile, 'export.jsonl')
    expect(await run(['export', '-o', file])).toMatchObject({ status: 0 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { payload: unknown }).payload === null)).toEqual([
      true,
      false,
      false,
      false,
    ])
    await expect(run(['export', '-o', file])).rejects.toThrow('there already')
  })

  test('is an entry itself, and says so where a kiosk has the journal open that does not answer', async () => {
    const { run, folder, close } = await checkpoint()
    expect((await run(['export'])).complained).toContain('That this was read is not in the journal')
    close()
    const { printed, complained } = await run(['export'])
    expect(complained).toBe('')
    expect(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      kind: 'access.exported',
      payload: { entries: 5 },
    })
    expect([...readEntries(folder, journalKey)].at(-1)?.entry.kind).toBe('access.exported')
  })
})

describe('chot journal rebuild', () => {
  test('says whether anything was different, and waits for no running kiosk', async () => {
    const { run, close } = await checkpoint()
    await expect(run(['rebuild'])).rejects.toMatchObject({ code: 'PROFILE_IN_USE' })
    close()
    expect(await run(['rebuild'])).toMatchObject({
      status: 0,
      printed: 'rebuilt from 5 entries; nothing was different\n',
    })
    expect((await run(['rebuild'], 'vi')).printed).toBe('đã dựng lại từ 5 bản ghi; không có gì khác\n')
  })
})

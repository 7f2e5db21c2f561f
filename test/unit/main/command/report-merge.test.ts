/** `chot report merge`: exports of lanes made by the command itself, on journals of their own. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import type { Crossing } from '../../../../shared/domain/crossing/crossing.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { crossingOf, recordedBy, why } from '../journal/crossing-of.ts'
import { runCommand, type Ran } from './run-command.ts'

const now = Date.parse('2026-11-29T20:00:00+07:00')
const morning = Date.parse('2026-11-29T07:00:00+07:00')
const minute = 60_000

const newPlace = (): string => mkdtempSync(join(tmpdir(), 'chot-merge-'))
const run = (...words: string[]): Promise<Ran> => runCommand([...words, '--lang', 'en'], now)

interface LaneOf {
  profile: string
  act: (act: (journal: Journal) => void) => Promise<void>
  /** Exports what stands in it now; answers with the file. */
  exported: (...words: string[]) => Promise<string>
}

/** A lane of its own kiosk. */
async function lane(number: string, mode = 'real'): Promise<LaneOf> {
  const profile = newPlace()
  const kiosk = `kiosk-${number}`
  writeFileSync(
    join(profile, 'checkpoint.json'),
    JSON.stringify({
      kiosk,
      name: 'Chốt Như Nguyệt',
      lane: number,
      mode,
      ...(mode === 'real' && { zoneMinutes: 420 }),
    }),
  )
  keepSecret(profile)
  let files = 0
  const act = async (acted: (journal: Journal) => void): Promise<void> => {
    const journal = await Journal.open({ folder: join(profile, 'journal'), kiosk, secrets, log: () => undefined })
    journal.begin(mode === 'real' ? 'real' : 'practice', morning)
    acted(journal)
    journal.close()
  }
  return {
    profile,
    act,
    async exported(...words) {
      const file = join(profile, `lane-${number}-${++files}.jsonl`)
      const ran = await run('export', '--profile', profile, '--out', file, ...words)
      expect(ran.status).toBe(0)
      return file
    },
  }
}

const crossingsAt =
  (minutes: readonly number[], changes: Partial<Omit<Crossing, 'travellers'>> = {}) =>
  (journal: Journal) => {
    for (const each of minutes) recordedBy(journal, crossingOf(changes), morning + each * minute)
  }

const rowsIn = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))

async function merged(...files: string[]): Promise<{ file: string; ran: Ran }> {
  const file = join(newPlace(), 'merged.jsonl')
  return { file, ran: await run('report', 'merge', ...files, '--out', file) }
}

describe('chot report merge', () => {
  test('of one export is that export, byte for byte: nothing of a row is lost', async () => {
    const one = await lane('1')
    await one.act((journal) => {
      const paper = { laboratory: 'CDC', number: '7', sampledAt: morning, method: 'naat', result: 'negative' } as const
      const made = crossingOf({ reason: { code: 'other', note: 'theo lệnh' }, above: { by: 'emergency' } })
      const [first, ...others] = made.travellers
      if (!first) throw new Error('nobody')
      const shown = { ...first, certificate: null, documents: [], paper }
      recordedBy(journal, { ...made, travellers: [shown, ...others] }, morning)
      recordedBy(journal, crossingOf({ vehicle: null, people: null, travellers: 0 }), morning + minute)
      const seq = recordedBy(journal, crossingOf({ happenedAt: morning + minute }), morning + 3 * minute)
      journal.amendCrossing(seq, crossingOf({ travellers: 3 }), why, morning + 4 * minute)
    })
    for (const words of [[], ['--identities', '--reason', 'Truy vết']]) {
      const file = await one.exported(...words)
      expect(readFileSync((await merged(file)).file, 'utf8')).toBe(readFileSync(file, 'utf8'))
    }
  })

  test('lays lanes together in the order of time, each crossing with its own lane', async () => {
    const [one, two] = [await lane('1'), await lane('2')]
    await one.act(crossingsAt([0, 10, 20]))
    await two.act(crossingsAt([5, 15], { direction: 'out' }))
    const { file, ran } = await merged(await one.exported(), await two.exported())
    const rows = rowsIn(file).filter(({ crossings }) => crossings === 1)
    expect(rows.map((row) => row['lane'])).toEqual(['1', '2', '1', '2', '1'])
    expect(ran.printed).toMatch(/Merged 2 files into .*: 5 crossings, 10 people\./)
    expect(ran.printed).toMatch(/lane 2, kiosk kiosk-2: from 00:00 29\/11\/2026/)
  })

  test('of one lane is its crossings alone, and says which lanes there were where it has none', async () => {
    const [one, two] = [await lane('1'), await lane('2')]
    await one.act(crossingsAt([0, 10, 20]))
    await two.act(crossingsAt([5, 15]))
    const files = [await one.exported(), await two.exported()]
    const out = join(newPlace(), 'lane-2.jsonl')
    const ran = await run('report', 'merge', ...files, '--lane', 'làn 2', '--out', out)
    expect(rowsIn(out).map((row) => row['lane'])).toEqual(['2', '2', '2', '2'])
    expect(ran.printed).toMatch(/Merged 2 files into .*: 2 crossings, 4 people\./)
    const none = join(newPlace(), 'lane-3.jsonl')
    const refusing = run('report', 'merge', ...files, '--lane', '3', '--out', none)
    await expect(refusing).rejects.toMatchObject({ code: 'no-such-lane' })
    await expect(refusing).rejects.toThrow(/lane 3.*1, 2/)
    expect(existsSync(none) || existsSync(`${none}.part`)).toBe(false)
  })

  test('counts a crossing once that stands in two exports, as the later one has it', async () => {
    const one = await lane('1')
    await one.act(crossingsAt([0, 10, 20]))
    const early = await one.exported()
    await one.act((journal) => {
      const [first, second] = [2, 3]
      journal.amendCrossing(first, crossingOf({ decision: 'refused', reason: why }), why, now)
      journal.voidCrossing(second, { undone: false, why }, now)
      recordedBy(journal, crossingOf(), morning + 30 * minute)
    })
    const late = await one.exported()
    const { file, ran } = await merged(late, early, early)
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(late, 'utf8'))
    expect(ran.printed).toMatch(/Merged 2 files .* 3 crossings.*: 2 crossings that stand in two, 1 that were voided/)
  })

  test('says where the files are not of the same time', async () => {
    const [one, two] = [await lane('1'), await lane('2')]
    await one.act(crossingsAt([0]))
    await two.act(crossingsAt([0]))
    const whole = await one.exported()
    const night = await two.exported('--from', '2026-11-28T18:00', '--to', '2026-11-29T08:00')
    expect((await merged(whole, night)).ran.complained).toMatch(/not of the same time/)
    expect((await merged(whole)).ran.complained).toBe('')
  })

  test('writes a workbook that says what it is made of', async () => {
    const [one, two] = [await lane('1'), await lane('2')]
    await one.act(crossingsAt([0]))
    await two.act(crossingsAt([1]))
    const file = join(newPlace(), 'post.xlsx')
    await run('report', 'merge', await one.exported(), await two.exported(), '--out', file)
    const book = read(readFileSync(file))
    const about = utils.sheet_to_csv(book.Sheets['About'] ?? {})
    expect(about).toMatch(/kiosk-1: from .*\n.*kiosk-2: from /)
    expect(utils.sheet_to_json(book.Sheets['Crossings'] ?? {})).toHaveLength(5)
  })
})

describe('chot report merge refuses', () => {
  const refused = (files: string[]): Promise<unknown> =>
    merged(...files).then(
      () => null,
      (error: unknown) => (error as { code: string }).code,
    )

  test('a file that was changed, or has no proof, or another’s proof, and writes nothing', async () => {
    const [one, two] = [await lane('1'), await lane('2')]
    await one.act(crossingsAt([0]))
    await two.act(crossingsAt([1]))
    const [good, other] = [await one.exported(), await two.exported()]
    const changed = join(newPlace(), 'a.jsonl')
    writeFileSync(changed, readFileSync(good, 'utf8').replace('"admitted"', '"refused" '))
    expect(await refused([other, changed])).toBe('export-unproven')
    copyFileSync(`${good}.chot.json`, `${changed}.chot.json`)
    expect(await refused([other, changed])).toBe('export-changed')
    const borrowed = join(newPlace(), 'b.jsonl')
    copyFileSync(good, borrowed)
    copyFileSync(`${other}.chot.json`, `${borrowed}.chot.json`)
    expect(await refused([borrowed])).toBe('export-changed')
    const out = join(newPlace(), 'out.jsonl')
    await run('report', 'merge', changed, '--out', out).catch(() => null)
    expect(existsSync(out) || existsSync(`${out}.part`)).toBe(false)
  })

  test('practice beside real, masked beside named, and other forms', async () => {
    const [one, practice] = [await lane('1'), await lane('2', 'practice')]
    await one.act(crossingsAt([0]))
    await practice.act(crossingsAt([0]))
    const masked = await one.exported()
    expect(await refused([masked, await practice.exported()])).toBe('exports-unlike')
    expect(await refused([masked, await one.exported('--identities', '--reason', 'a')])).toBe('exports-unlike')
    expect(await refused([masked, await one.exported('--direction', 'in')])).toBe('exports-unlike')
    const csv = join(one.profile, 'a.csv')
    await run('export', '--profile', one.profile, '--out', csv)
    expect(await refused([csv])).toBe('export-form')
  })

  test('to write over a file', async () => {
    const one = await lane('1')
    await one.act(crossingsAt([0]))
    const file = await one.exported()
    await expect(run('report', 'merge', file, '--out', file)).rejects.toMatchObject({ code: 'file-there' })
  })
})

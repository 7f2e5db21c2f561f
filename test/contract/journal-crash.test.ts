/**
 * What the screen has called recorded survives the process being killed at any instant. (That it survives a power cut
 * rests on `synchronous=FULL`, which no test without a power switch can show.)
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkJournal, Journal, readEntries, setAsideName } from '../../main/journal/index.ts'
import { root } from '../../main/setup/node24.mjs'
import { journalKey, keys, secrets } from '../fixtures/secrets.ts'
import { filesHolding } from '../unit/main/journal/journal-in.ts'

const rounds = Number(process.env['CHOT_CRASH_ROUNDS'] ?? 200)
const lanes = 2

/** What a killed process had been told is on disk: lines of words, see journal-recorder.ts. */
type Acknowledged = string[][]

/** What a round does before it records: in one of five it goes on as from a copy, in one it begins anew. */
const firstOf = (round: number): '' | 'restore' | 'begin' => {
  const turn = Math.floor(round / lanes) % 5
  return turn === 1 ? 'restore' : turn === 3 ? 'begin' : ''
}

/** One round: records until it is killed. Answers with what was acknowledged. */
async function recordUntilKilled(folder: string, round: number): Promise<Acknowledged> {
  const recorder = join(root, 'test', 'contract', 'journal-recorder.ts')
  const child = spawn(process.execPath, [recorder, folder, String(round), firstOf(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [printed, complaints] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const ended = once(child, 'close')
  // Every eighth is killed while it opens the journal, and so is every other that first does something with it as a whole;
  // the others while they record.
  const opening = round % 8 === 0 || (firstOf(round) !== '' && Math.random() < 0.5)
  if (!opening) await Promise.race([once(child.stdout, 'data'), ended])
  const delay = opening ? 60 + Math.random() * (firstOf(round) === '' ? 100 : 500) : Math.random() * 40
  await new Promise((resolve) => setTimeout(resolve, delay))
  child.kill('SIGKILL')
  await ended
  expect(complaints).toBe('')
  // A line that the kill tore off was not acknowledged.
  return printed
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
}

/** Every acknowledged entry is there. An erased one keeps its place in the chain; any other still says what was recorded. */
function expectEntries(said: Acknowledged, kept: ReadonlyMap<number, string | null>): void {
  for (const [what, number, ...rest] of said) {
    if (what === 'draft' || what === 'epoch') continue
    expect(kept.has(Number(number))).toBe(true)
    const payload = kept.get(Number(number)) ?? null
    const mark = { scan: `"validUntil":${rest[0]}`, crossing: `"carrier":"${rest[0]}"`, change: `"of":${rest[1]}` }[
      what!
    ]
    if (payload !== null) expect(payload).toContain(mark)
  }
}

/**
 * The draft is the last that was acknowledged, or the one after it; one that came with a crossing is never there without
 * that crossing. `before`: the draft that the round began with.
 */
function expectDraft(
  draft: string | null,
  { said, round, before }: { said: Acknowledged; round: number; before: string | null },
  kept: ReadonlyMap<number, string | null>,
): void {
  const last = said.findLast(([what]) => what === 'draft' || what === 'crossing')?.at(-1)
  const next = `${round}.${last === undefined ? 1 : Number(last.split('.')[1]) + 1}`
  // Whoever goes on from a copy, or begins anew, gives up what was being built.
  const given = last === undefined && firstOf(round) !== '' ? [null] : []
  expect([last ?? before, next, ...given]).toContain(draft)
  const [of, number] = (draft ?? '').split('.').map(Number)
  if (of !== round || number === undefined || number % 2 === 1) return
  expect([...kept.values()].some((payload) => payload?.includes(`"carrier":"${draft}"`))).toBe(true)
}

/** Whatever was set aside is whole. */
function expectSetAside(folder: string): void {
  for (const name of readdirSync(dirname(folder)).filter((each) => setAsideName.test(each)))
    expect([name, checkJournal(join(dirname(folder), name), keys, { search: false }).discords]).toEqual([name, []])
}

/** The epoch that was acknowledged begins with an entry that is there. */
function expectEpoch(said: Acknowledged, folder: string): void {
  const epoch = said.find(([what]) => what === 'epoch')?.[1]
  if (epoch === undefined) return
  expect([...readEntries(folder, journalKey)].map(({ entry }) => entry.hash)).toContain(epoch)
}

async function runLane(lane: number): Promise<number> {
  const open = (): Promise<Journal> =>
    Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined, ends: `${folder}.settings` })
  let folder = ''
  let [acknowledged, draft]: [number, string | null] = [0, null]
  for (let round = lane; round < rounds; round += lanes) {
    // A journal lives through many kills, but not all: walking a long one is what takes the time.
    if (Math.floor(round / lanes) % 20 === 0) {
      folder = join(mkdtempSync(join(tmpdir(), 'chot-crash-')), 'journal')
      ;(await open()).close()
      draft = null
    }
    const said = await recordUntilKilled(folder, round)
    acknowledged += said.length
    // All that lies beside it too, and where a kill came between setting it aside and beginning anew, that alone.
    expect(filesHolding(dirname(folder), ['Nguyễn', 'NGUYEN', 'scan.verified', '98A12345', '98A-123.45'])).toEqual([])
    const journal = await open()
    // Nothing is found by the opening, nor by comparing everything: neither a mark nor a head runs ahead of the entries.
    expect(journal.doubts).toEqual([])
    expect(checkJournal(folder, keys, { ends: `${folder}.settings` }).discords).toEqual([])
    expectSetAside(folder)
    const kept = new Map([...readEntries(folder, journalKey)].map(({ entry, payload }) => [entry.seq, payload]))
    expectEntries(said, kept)
    expectEpoch(said, folder)
    const before = draft
    draft = journal.readDraft()
    expectDraft(draft, { said, round, before }, kept)
    expect(journal.rebuild().changed).toBe(false)
    journal.close()
  }
  return acknowledged
}

test(`in ${rounds} kills every acknowledged scan, crossing, draft and epoch is there, the chain verifies and projections match`, async () => {
  const acknowledged = await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)))
  expect(Math.min(...acknowledged)).toBeGreaterThan(rounds / lanes / 2)
  // Two hundred processes are started: minutes in all.
}, 900_000)

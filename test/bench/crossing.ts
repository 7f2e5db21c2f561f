/**
 * A crossing of sixty people and a stranger who shows two hundred codes made to cost as much as they can: how long each
 * scan takes, from the page's call to the answer behind it, and how soon the kiosk is read after a restart with all that.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueHc1 } from '../../authority/issue-hc1.ts'
import { newSigningKey, publicJwk } from '../../authority/signing-key.ts'
import { openApp, type App } from '../../main/app.ts'
import type { Settings } from '../../shared/contract/schemas.ts'
import { mostNameParts } from '../../shared/domain/limits.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { openMemoryLine } from '../contract/wires.ts'
import { testEntry } from '../fixtures/certificates.ts'
import { secrets } from '../fixtures/secrets.ts'
import { machine } from './machine.ts'
import { below, type BenchReport } from './report.ts'
import { person, type Person } from '../../main/practice/people.ts'

const people = 60
const hostileCodes = 200
/** The longest that a scan may take, and the reading of the kiosk after a restart. Milliseconds. */
const longestScan = 50

const hour = 3_600_000
const now = Date.now()

const believed = newSigningKey('ES256')
const stranger = newSigningKey('ES256')

function resultOf({ name, birthDate }: Person, key: typeof believed, entry: Parameters<typeof testEntry>[0]): string {
  const [family = '', ...given] = name.split(' ')
  const nam = { fn: family, fnt: family, gn: given.join(' '), gnt: given.join('<') }
  const t = [testEntry({ sc: new Date(now - 20 * hour).toISOString(), ...entry })]
  const payload = { ver: '1.3.0', nam, dob: birthDate, t }
  return issueHc1({ issuer: 'VN', issuedAt: now - 18 * hour, expiresAt: now + 100 * hour, payload }, key)
}

function cardOf({ name, birthDate, number }: Person): string {
  const born = birthDate.split('-').toReversed().join('')
  const sex = Number(number.charAt(3)) % 2 === 0 ? 'Nam' : 'Nữ'
  return `${number}||${name}|${born}|${sex}|Bắc Giang|01012021`
}

const letter = (index: number): string => String.fromCodePoint(65 + (index % 26))
const parts = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ')

/** What a stranger may sign, one kind after the other; all born on the day of the first of the sixty. */
const kinds: readonly ((index: number) => string)[] = [
  // More parts than are compared.
  (index) =>
    hostile(
      parts(256, (at) => letter(at * (2 * index + 1))),
      index,
    ),
  // As many as are compared, no two alike, letters that are two in one reading.
  (index) =>
    hostile(
      parts(mostNameParts, (at) => `Ä${letter(at + index)}Ö${letter(index)}`),
      index,
    ),
  // Somebody else.
  (index) => hostile(person(100_000 + index).name, index),
  // Everything that fits into a code, unpacked.
  (index) => hostile(person(200_000 + index).name, index, { is: 'x'.repeat(30_000) }),
  // One of the sixty once more.
  (index) => resultOf(person(index % people), stranger, { ci: `URN:UVCI:01:XX:${index}` }),
]

function hostile(name: string, index: number, entry: object = {}): string {
  const { birthDate } = person(0)
  return resultOf({ name, birthDate, number: '' }, stranger, { ci: `URN:UVCI:01:XX:${index}`, ...entry })
}

function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'chot-bench-crossing-'))
  mkdirSync(join(profile, 'trust'))
  const about = { kiosk: 'bench', name: 'Chốt', lane: '1', mode: 'real' }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
  const keys = [publicJwk(believed, { issuer: 'Sở Y tế', country: 'VN' })]
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys }))
  return profile
}

function open(profile: string): Promise<App> {
  const stored: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const settings = { read: () => stored, write: (change: Partial<Settings>) => Object.assign(stored, change) }
  return openApp({ profile, version: '1', ports: { now: () => now, settings, secrets, log: console.error } })
}

/** The program and a page that calls it, as far apart as a message is copied and written as JSON. */
async function page(app: App) {
  const line = await openMemoryLine(app.handlers)
  app.subscribe(line.emit)
  return { client: connect(line.wire), close: () => line.close() }
}

async function timed<T>(act: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const before = performance.now()
  const value = await act()
  return { ms: performance.now() - before, value }
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const profile = makeProfile()
  try {
    const app = await open(profile)
    const { client, close } = await page(app)
    const scan = async (text: string): Promise<number> =>
      (await timed(() => client.call('scan.verify', { text, source: 'camera', obeyed: true }))).ms
    const honest: number[] = []
    for (let index = 0; index < people; index += 1) {
      honest.push(await scan(resultOf(person(index), believed, { ci: `URN:UVCI:01:VN:${index}` })))
      honest.push(await scan(cardOf(person(index))))
    }
    const texts = Array.from({ length: hostileCodes }, (_, index) => kinds[index % kinds.length]?.(index) ?? '')
    const hostileScans: number[] = []
    for (const text of texts) hostileScans.push(await scan(text))
    const again = await scan(cardOf(person(people - 1)))
    await close()
    app.close()
    console.error('restart…')
    const opened = await timed(() => open(profile))
    const anew = await page(opened.value)
    const read = await timed(() => anew.client.call('kiosk.read', {}))
    await anew.close()
    opened.value.close()
    const slowest = Math.max(...honest, ...hostileScans, again)
    return {
      bench: 'crossing',
      machine: machine(),
      figures: {
        people,
        hostileCodes,
        msOfHonestScans: spread(honest),
        msOfHostileScans: spread(hostileScans),
        msOfAnHonestScanAfterThem: rounded(again),
        msToOpenAfterRestart: rounded(opened.ms),
        msToReadTheKioskThen: rounded(read.ms),
        travellers: read.value.crossing.travellers.length,
        thingsShown: read.value.crossing.travellers.reduce((sum, { evidence }) => sum + evidence.length, 0),
      },
      bars: [
        below('ms of the slowest scan', slowest, longestScan),
        below('ms to read the kiosk after a restart', read.ms, longestScan),
      ],
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

const rounded = (ms: number): number => Number(ms.toFixed(2))

function spread(values: readonly number[]): { median: number; p95: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN)
  return { median: at(0.5), p95: at(0.95), max: at(1) }
}

/** What laboratories and authorities have had trouble with elsewhere, as their files were. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { dispatch } from '../../../../main/terminal/index.ts'
import { haveReported, reportedNames, reportedPath } from '../../../fixtures/reported.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { emptyAuthority, temporaryFolder } from './terminal.ts'

/** The day after the samples of these files. */
const now = Date.parse('2026-11-28T08:00:00+07:00')
const reported = test.skipIf(!haveReported)

/** Each run starts threads that draw, which on a busy machine takes its time. */
const busy = { timeout: 60_000 }

function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'chot-reported-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  return place
}

async function authority(place: string, ...args: string[]) {
  const terminal = testTerminal({ now: () => now, env: { CHOT_AUTHORITY: join(place, 'authority') } })
  const status = await dispatch(chotAuthority, args, terminal)
  return { status, ...terminal }
}

/** Issues a file as its laboratory would. Answers with what was said, and who got a certificate. */
async function issued(name: string, ...more: string[]) {
  const place = newPlace()
  const out = join(place, 'out')
  const signing = ['--key', reportedPath('test-key.pem'), '--issuer', 'X', '--zone', '+07:00']
  const { status, complained } = await authority(place, 'issue', reportedPath(name), '--out', out, ...signing, ...more)
  const manifest = join(out, 'manifest.jsonl')
  const lines = existsSync(manifest) ? readFileSync(manifest, 'utf8').trim().split('\n') : []
  const people = lines.map((line): unknown => JSON.parse(line))
  const pictures = existsSync(out) ? readdirSync(out).filter((file) => file.endsWith('.png')) : []
  return { status, complained, people, pictures: pictures.length }
}

const sample = { name: 'Đặng Thử Mẫu', birthDate: '1990-05-17', sampledAt: '2026-11-27T07:30:00+07:00' }

const taken = ['F04-f04.csv', 'F32-f32.csv']

/** What is refused, with what is said of it. F22 brings its own centre. */
const refused: [string, RegExp][] = [
  ['F07-f07.csv', /has the month before the day \("11\/27\/2026 07:30", line 2, 4\)/],
  ['F11-f11.csv', /not known what the column "Mã định danh" \(column A\) is/],
  ['F12-f12.csv', /not known what the column "ID" \(column A\) is/],
  ['F12b-f12b.csv', /not known what the column "ID" \(column A\) is/],
  ['F13-f13.csv', /line 2 and 2 more \(3, 4\), name: "TrÇn ThÞ Thö" is in the old character set TCVN3/],
  ['F14-f14.csv', /line 2 and 1 more \(3\), name: "Nguyeãn Vaên Maãu" is in the old character set VNI/],
  ['F17-p5.csv', /line 2, result: "Âm tính\?" is not known/],
  ['F17b-p6.csv', /line 2, result: "0 phát hiện" is not known/],
  ['F22-f22.csv', /line 2, test centre: .*\nline 4, test centre: .*\nline 5, test centre: /],
  ['F34-p4.json', /not known what the column "identifier" \(column F\) is/],
  ['F42-f42.csv', /not known which part of the name "Họ tên đệm" is/],
  ['F42b-p1.csv', /not known which part of the name "Họ lót" is/],
]

reported('no file of results that was reported is left out here', () => {
  const names = reportedNames().filter((name) => /^F\d/.test(name))
  expect([...taken, ...refused.map(([name]) => name)].toSorted()).toEqual(names.toSorted())
})

reported.each(taken)('%s is read, and its one result issued as it stands there', busy, async (name) => {
  expect(await issued(name, '--centre', 'Y')).toMatchObject({ status: 0, people: [sample], pictures: 1 })
})

reported.each(refused)('%s is refused whole, and said is why', busy, async (name, why) => {
  const { complained, ...answer } = await issued(name, ...(name.startsWith('F22') ? [] : ['--centre', 'Y']))
  expect(answer).toEqual({ status: 1, people: [], pictures: 0 })
  expect(complained).toMatch(why)
  expect(complained).toContain('Nothing was issued.')
})

reported('without its strange column, a file is issued, and two people get two identifiers', busy, async () => {
  const { people } = await issued('F12-f12.csv', '--centre', 'Y', '--ignore', 'ID')
  const identifiers = people.map((person) => (person as { identifier: string }).identifier)
  expect(new Set(identifiers).size).toBe(2)
  for (const identifier of identifiers) expect(identifier).not.toMatch(/:[12]$/)
})

reported('D1-csca-x509.pem is kept as the certificate that it holds, and counts as an authority', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const home = emptyAuthority(folder)
  await authority(folder, 'import', 'pem', reportedPath('D1-csca-x509.pem'))
  const { keys } = JSON.parse(readFileSync(join(home.working, 'keys.json'), 'utf8')) as { keys: { x5c: string[] }[] }
  expect(keys.map(({ x5c }) => x5c[0]?.slice(0, 3))).toEqual(['MII'])
})

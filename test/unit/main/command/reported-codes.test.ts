/** Codes and pictures that officers have had trouble with elsewhere, as their scanners and phones gave them. */
import { expect, test } from 'vitest'
import { haveReported, reportedNames, reportedPath, reportedText } from '../../../fixtures/reported.ts'
import { runCommand } from './run-command.ts'

const reported = test.skipIf(!haveReported)
const at = ['--at', '2021-10-04T08:00:00+07:00']
const now = Date.now()

async function verify(trust: string, args: readonly string[], input?: string) {
  return runCommand(['verify', '--trust', reportedPath(trust), ...at, '--lang', 'en', ...args], now, input)
}

const valid = 'VALID: The rules in force are met.'
const layout = /^UNREADABLE: It looks like an? .* keyboard layout changed its characters/
const unsupported = (what: string): RegExp =>
  new RegExp(`^CHECK: This is a certificate of a system not supported here \\(${what}\\)`)
const damagedCard = /^UNREADABLE: .* looks like an identity code, but is damaged.* character set \(UTF-8\)/

/** What the first line says, and where it is not all, what the next lines do. */
const texts: [string, string | RegExp, RegExp?][] = [
  ['A04-hc1-lower-case.txt', valid],
  ['A07-aim-prefix-hc1.txt', valid],
  ['A08-eci-escape-hc1.txt', valid],
  ['A10-zero-width-space.txt', valid],
  ['A14-light-LT1.txt', unsupported('LT1')],
  ['A15-norway-NO1.txt', unsupported('NO1')],
  ['A16-shlink.txt', unsupported('SMART Health Link')],
  ['A17-who-test-hcert4.txt', /^CHECK: .* form of the World Health Organization/, /signature-valid/],
  ['A21f-sc-no-seconds.txt', valid],
  ['A21g-sc-space.txt', valid],
  ['A21h-sc-lower-z.txt', valid],
  ['A22i-dob-impossible.txt', valid, /^ {2}Đặng Thử Mẫu · RT-PCR/m],
  ['B09-aim-prefix-shc.txt', valid],
  // Genuine, and of a kind that no rule is in force for: a vaccination.
  ['B21-nzcp-lower-case.txt', /^CHECK: This certificate is not a test result/, /signature-valid/],
  ['C05-aim-prefix-card.txt', /^CHECK: A claim, not verified/],
  ['C09-card-marked-letters-dropped.txt', /^CHECK: Letters in the code seem to be lost/],
  ['C10b-hc1-windows-vietnamese-layout.txt', valid],
  ['C10c-hc1-azerty.txt', layout],
  ['C10d-card-azerty.txt', layout],
  // oxlint-disable-next-line no-control-regex
  ['H01-name-with-terminal-escapes.txt', /^CHECK: Issuer unknown/, /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]*$/],
  ['H03-name-with-line-break.txt', /^CHECK: Issuer unknown/, /^(?![^]*^VALID)/],
  ['H10-card-name-misread-cp1252.txt', damagedCard],
  ['H11-card-latin1-controls.txt', damagedCard],
  ['H12-card-replacement-marks.txt', damagedCard],
  ['H21-mrz-joined.txt', /^UNREADABLE: .* passport’s machine-readable lines/],
  ['H32-sc-offset-plus7.txt', valid, /sample taken 12:00 03\/10\/2021 · valid until 12:00 06\/10\/2021/],
]

const pictures = [
  'E05-inverted.png',
  'E06-cmyk.jpg',
  'E06-garbage_before_marker.jpg',
  'E07a-1bit.bmp',
  'E07b-4bit.bmp',
  'E07e-os2.bmp',
  'E08-animated.webp',
  'E21a-url_left_hc1_right.png',
  'E21e-url_big_hc1_small.jpg',
]

/** What the lines of the answer hold, one after the other. */
const lines: [string, object[]][] = [
  ['E21a.jsonl', [{ id: 1, outcome: 'accepted' }]],
  [
    'G1-line-separator.jsonl',
    [
      { id: 1, outcome: 'unreadable' },
      { id: 2, outcome: 'accepted' },
    ],
  ],
  ['G2-bom.jsonl', [{ id: 1, outcome: 'accepted' }]],
  [
    'G4-error-keeps-id.jsonl',
    [
      { id: 7, code: 'image-unreadable' },
      { id: 8, code: 'at-no-time' },
    ],
  ],
]

const missing = 'G20-missing-file.txt'

reported('no code that was reported is left out here', () => {
  const names = reportedNames().filter((name) => /^[A-CEGH]\d/.test(name))
  const here = [...texts.map(([name]) => name), ...pictures, ...lines.map(([name]) => name), missing]
  expect(here.toSorted()).toEqual(names.toSorted())
})

reported.each(texts)('%s is what it is', async (name, first, all) => {
  const { printed } = await verify('trust', [reportedText(name)])
  const [line = ''] = printed.split('\n')
  if (typeof first === 'string') expect(line).toBe(first)
  else expect(line).toMatch(first)
  if (all) expect(printed).toMatch(all)
})

reported.each(pictures)('%s is read: the certificate in it is valid', { timeout: 30_000 }, async (name) => {
  const { printed, status } = await verify('trust', [reportedPath(name)])
  expect(printed.split('\n')[0]).toBe(valid)
  expect(status).toBe(0)
})

reported.each(lines)('%s is answered line by line', { timeout: 30_000 }, async (name, expected) => {
  // Pictures are named as they lie beside the file.
  const input = reportedText(name).replace('"image":"E', `"image":"${reportedPath('E')}`)
  const { printed } = await verify('trust', ['--jsonl'], input)
  const answers = printed.trimEnd().split('\n')
  expect(answers.map((line): unknown => JSON.parse(line))).toMatchObject(expected)
  expect(answers).toHaveLength(expected.length)
})

reported(`${missing} is called a file that is not there`, async () => {
  const { complained } = await verify('trust', [reportedText(missing).trim()])
  expect(complained).toContain('there is no such file')
})

reported('trust-bom is used, though an editor put a byte order mark before its keys', async () => {
  const { printed } = await verify('trust-bom', [reportedText('A07-aim-prefix-hc1.txt')])
  expect(printed.split('\n')[0]).toBe(valid)
})

/** The same hostile names in every place where a name can appear: screen, terminal, CSV and print. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chot } from '../../../../main/command/commands.ts'
import { verdictLine } from '../../../../main/command/verify/verdict-line.ts'
import { verdictText } from '../../../../main/command/verify/verdict-text.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { Failure, runTool, UsageError, type Tool } from '../../../../main/terminal/index.ts'
import { judgeUncertified } from '../../../../main/verify/uncertified.ts'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { unknownKiosk } from '../../../../renderer/frame/kiosk-state.ts'
import { LastCrossings } from '../../../../renderer/screens/lane/last-crossings.tsx'
import { StatusLine } from '../../../../renderer/frame/status-line.tsx'
import { TravellerRow } from '../../../../renderer/screens/lane/traveller-row.tsx'
import { sayVehicle } from '../../../../renderer/screens/lane/vehicle-words.ts'
import { VerdictPanel } from '../../../../renderer/screens/lane/verdict-panel.tsx'
import { CrossingFacts } from '../../../../renderer/screens/records/crossing-facts.tsx'
import { FoundLines } from '../../../../renderer/screens/records/search-part.tsx'
import { HandoverPage } from '../../../../renderer/screens/shift/handover-page.tsx'
import { traceCsv } from '../../../../renderer/screens/records/trace-csv.ts'
import { TraceTable } from '../../../../renderer/screens/records/trace-table.tsx'
import type { Certificate } from '../../../../shared/certificate/certificate.ts'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import { finding } from '../../../../shared/domain/finding.ts'
import type { Verdict } from '../../../../shared/domain/verdict.ts'
import { outcomeWords, say, sayFinding } from '../../../../shared/language/say.ts'
import { kiosk } from '../../../contract/answers.ts'
import { besideIsolates, harmful, hostileNames } from '../../../fixtures/hostile-names.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { aRecord } from '../../../fixtures/shifts.ts'
import { aFrame, drawnIn } from '../../renderer/frame/a-frame.ts'
import * as records from '../../renderer/records/recorded.ts'
import * as lane from '../../renderer/screens/scan-answer.ts'

const ignored = (): void => undefined
const html = (element: ReactElement): string => renderToStaticMarkup(element)

/** A certificate in which everything that is a text is hostile. */
function certified(name: string): Certificate {
  const certificate = lane.aCertificate({
    test: { centre: name, sampled: { text: name, earliest: 0, latest: 1, zoned: false } },
  })
  const { statement } = certificate
  return {
    ...certificate,
    issuer: name,
    kid: name,
    holder: { name, transliterated: { family: name, given: name }, birthDate: name, number: name },
    statement: { ...statement, authority: name, country: name, identifier: name },
  }
}

function scan(name: string): ScanAnswer {
  const answer = lane.aScanAnswer()
  return { ...answer, verdict: { ...answer.verdict, certificate: certified(name), text: name, payload: { name } } }
}

function card(name: string): ScanAnswer {
  const answer = lane.aDocumentAnswer()
  const fields = { number: name, oldNumber: name, name, birthDate: name, address: name, issued: name, extras: [name] }
  return { ...answer, verdict: { ...answer.verdict, document: lane.aDocument(fields) } }
}

function panel(answer: ScanAnswer, detailsOpen: boolean): ReactElement {
  const view = { kind: 'shown', scan: { id: 1, text: 'x', source: 'camera' }, answer, at: lane.now } as const
  const desk = { selected: null, decided: null, remark: null }
  const nothing = { crossing: null, desk, undoable: false, chooser: null }
  const deaf = { onSamePerson: ignored, onOtherPerson: ignored, onUndo: ignored }
  return createElement(VerdictPanel, { view, detailsOpen, ...nothing, ...deaf })
}

/** A recorded traveller all of whose texts are hostile. */
function traveller(name: string) {
  const person = records.aTraveller({ name, birthDate: name, numbers: [name, name] })
  return {
    ...person,
    certificate: person.certificate && { ...person.certificate, id: name, name },
    documents: [{ scan: 4, kind: 'citizen-card' as const, number: name }],
    paper: { method: 'unknown' as const, result: 'negative' as const, sampledAt: null, laboratory: name, number: name },
  }
}

const vehicle = (name: string) => ({ plate: name, trailerPlate: name, kind: null, carrier: name, from: name, to: name })
const line = (name: string) => records.aLine({ plate: name, trailerPlate: name, names: [name, name] })
const traced = (name: string) => records.aTraceLine({ plate: name, name, birthDate: name, numbers: [name, name] })

/** Where a name can appear on the screen and in print. */
const screens: readonly (readonly [place: string, shown: (name: string) => string])[] = [
  ['the verdict', (name) => html(panel(scan(name), false))],
  ['the details of a verdict', (name) => html(panel(scan(name), true))],
  ['a card', (name) => html(panel(card(name), false))],
  ['the details of a card', (name) => html(panel(card(name), true))],
  [
    'a traveller of the crossing',
    (name) => {
      const person = lane.aTraveller({ name, birthDate: name })
      const row = { driver: true, followed: true, current: false, selected: false, onPress: ignored } as const
      return html(createElement(TravellerRow, { traveller: person, ...row }))
    },
  ],
  [
    'the vehicle of the crossing',
    (name) =>
      html(createElement('p', null, sayVehicle('vi', speakIn('vi'), lane.aCrossing({ vehicle: vehicle(name) })))),
  ],
  [
    'the last crossings',
    (name) =>
      html(createElement(LastCrossings, { lines: [line(name), { ...line(name), plate: null }], onOpen: ignored })),
  ],
  [
    'the status line',
    (name) => {
      const known = { ...unknownKiosk, kiosk: { ...kiosk, checkpoint: { name, lane: name } } }
      return drawnIn(aFrame({ kiosk: known }), createElement(StatusLine, { now: 0, onMenu: ignored }))
    },
  ],
  [
    'the crossings that are found',
    (name) =>
      html(
        createElement(FoundLines, {
          found: { kind: 'answered', answer: { lines: [line(name)], more: false } },
          onOpen: ignored,
        }),
      ),
  ],
  [
    'an opened crossing',
    (name) => {
      const recorded = records.aRecorded(
        { vehicle: vehicle(name), travellers: [traveller(name)], reason: { code: 'order', note: name } },
        { plate: name, trailerPlate: name },
      )
      return html(createElement(CrossingFacts, { recorded, onTrace: ignored }))
    },
  ],
  [
    'the table of a trace',
    (name) => html(createElement(TraceTable, { answer: { lines: [traced(name)], more: false }, onOpen: ignored })),
  ],
  [
    'the handover record of a shift',
    (name) => {
      const who = { number: '204118', name, rank: name, role: 'officer' } as const
      const why = { code: 'other', note: name } as const
      const correction = { seq: 9, at: records.now, kind: 'voided', of: 7, by: who, why } as const
      const corrections = { lines: [correction], more: false }
      const changes = [{ what: 'policy', was: name, is: name } as const]
      const orders = [{ seq: 8, at: records.now, changes, acknowledged: [{ who, at: records.now }] }]
      const post = { name, lane: name }
      const record = aRecord({ kiosk: name, post, outgoing: who, absent: name, corrections, orders })
      return html(createElement(HandoverPage, { record, headCode: null, kiosk }))
    },
  ],
]

describe.each(screens)('%s', (_place, shown) => {
  it.each(hostileNames)('shows a name that %s as one harmless text', (_attempt, name) => {
    const drawn = shown(name)
    expect(besideIsolates(drawn)).not.toMatch(harmful)
    expect(drawn).not.toContain('\n')
    expect(drawn).not.toMatch(/<script|<img|" onmouseover/)
    expect(drawn.length).toBeLessThan(40_000)
  })
})

/** What commands a terminal, of which JSON that is printed has nothing. */
const commanding = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u

/** A line that begins with the word of an outcome is a verdict, and each thing that was verified has one. */
const heads = (text: string): number =>
  text.split('\n').filter((each) => Object.values(outcomeWords.en).some((word) => each.startsWith(`${word}:`))).length

describe('the terminal', () => {
  const verdicts: readonly (readonly [string, (name: string) => Verdict])[] = [
    ['a certificate', (name) => scan(name).verdict],
    ['a card', (name) => card(name).verdict],
    ['a text that is neither', (name) => judgeUncertified(`WIFI:S:${name};;`)],
    ['a web address', (name) => judgeUncertified(`https://${name}/`)],
  ]

  describe.each(verdicts)('%s', (_what, verdictOf) => {
    it.each(hostileNames)('with a name that %s is one verdict, for people', async (_attempt, name) => {
      const text = verdictText(verdictOf(name), 'en', 'real')
      expect(besideIsolates(text)).not.toMatch(harmful)
      expect(heads(text)).toBe(1)
    })

    it.each(hostileNames)(
      'with a name that %s is one line, for programs, and loses nothing',
      async (_attempt, name) => {
        const stated = verdictLine(name, verdictOf(name), 'real')
        const printed = await throughTerminal((print) => print(`${JSON.stringify(stated)}\n`))
        expect(printed.split('\n')).toHaveLength(2)
        expect(printed).not.toMatch(commanding)
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(stated)))
      },
    )
  })

  it.each(hostileNames)('a sentence that quotes a name that %s stays one sentence', async (_attempt, name) => {
    const quoting = { vi: 'tệp {name} hỏng: {why}', en: 'the file {name} is damaged: {why}' }
    const cause = Object.assign(new Error(name), { code: 'X', syscall: 'open', path: name })
    for (const thrown of [
      new Failure('x', quoting, { name }, { cause }),
      new UsageError(quoting, { name, why: name }),
      cause,
    ]) {
      const complained = await throughTerminal(() => {
        throw thrown
      })
      expect(besideIsolates(complained)).not.toMatch(harmful)
      expect(complained.trimEnd().split('\n')).toHaveLength(thrown instanceof UsageError ? 2 : 1)
    }
    expect(besideIsolates(say('vi', '{name}', { name }))).not.toMatch(harmful)
    expect(
      besideIsolates(sayFinding('vi', finding('format-unknown', { kind: 'url', vi: name, en: name }))),
    ).not.toMatch(harmful)
  })

  it.each(hostileNames)('a command, an option or a language that %s is quoted harmlessly', async (_attempt, name) => {
    for (const args of [
      [name],
      ['try', name],
      [`--${name}`],
      ['try', `--${name}=x`],
      ['--lang', name],
      ['help', name],
    ]) {
      expect(besideIsolates(await throughTerminal(ignored, args))).not.toMatch(harmful)
    }
  })
})

describe('the journal', () => {
  it('that holds all of them commands no terminal when its last entries are printed', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'chot-hostile-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    keepSecret(profile)
    const place = { folder: join(profile, 'journal'), kiosk: 'kiosk-1', secrets, log: ignored }
    const journal = await Journal.open(place)
    for (const [, name] of hostileNames) journal.recordScan(scan(name.toWellFormed()).verdict, 'camera', lane.now)
    journal.close()
    const printed = await heardFrom(chot, ['journal', 'tail', '-n', '50', '--profile', profile])
    expect(printed.trimEnd().split('\n').length).toBeGreaterThanOrEqual(50)
    expect(besideIsolates(printed)).not.toMatch(commanding)
  })
})

/** Runs one command of a tool with these arguments; what came to both of its outputs. */
async function throughTerminal(act: (print: (text: string) => void) => void, args = ['try']): Promise<string> {
  const both = { vi: 'thử', en: 'try' }
  const command = {
    summary: both,
    about: both,
    options: {},
    statuses: { 0: both },
    run: async (_args: readonly string[], { print }: { print: (text: string) => void }) => {
      act(print)
      return 0 as const
    },
  }
  return heardFrom(
    { name: 'tool', version: '1', summary: both, about: both, commands: new Map([['try', command]]) },
    args,
  )
}

async function heardFrom(tool: Tool, args: readonly string[]): Promise<string> {
  let heard = ''
  const outlet = (): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        heard += chunk.toString('utf8')
        done()
      },
    })
  const streams = { input: Readable.from([]), output: outlet(), errors: outlet() }
  await runTool(tool, args, { ...streams, env: { CHOT_LANG: 'en' }, now: () => 0 })
  return heard
}

/** The cells of CSV, as a spreadsheet splits them that ends cells at `separator`. */
function cellsOf(csv: string, separator: ',' | ';'): string[][] {
  return csv.split('\r\n').map((row) => {
    const cells: string[] = []
    let [cell, quoted] = ['', false]
    for (let at = 0; at < row.length; at++) {
      const sign = row[at]!
      if (quoted && sign === '"' && row[at + 1] === '"') {
        cell += sign
        at++
      } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
      else if (sign === separator && !quoted) {
        cells.push(cell)
        cell = ''
      } else cell += sign
    }
    return [...cells, cell]
  })
}

describe('the file of a trace', () => {
  const made = (name: string): string => traceCsv({ lines: [traced(name)], more: false }, 'real')

  it.each(hostileNames)('holds a name that %s in one cell of one line', (_attempt, name) => {
    const csv = made(name)
    expect(besideIsolates(csv.slice(1))).not.toMatch(
      new RegExp(harmful.source.replace('\\u000B-\\u001F', '\\u000B\\u000C\\u000E-\\u001F'), 'u'),
    )
    const rows = cellsOf(csv, ',')
    expect(rows.map((cells) => cells.length)).toEqual([11, 11, 1])
  })

  it.each(hostileNames)('is no formula to any spreadsheet: %s', (_attempt, name) => {
    for (const separator of [',', ';'] as const)
      for (const cell of cellsOf(made(name), separator).flat())
        expect(cell.trim()).not.toMatch(/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/)
  })
})

it('there are fifty-two of them', () => expect(new Set(hostileNames.map(([, name]) => name)).size).toBe(52))

/**
 * From a code in front of the camera to the painted verdict, in a real Chromium whose camera plays a 1280×720 video:
 * how long a frame takes to decode, how many are decoded a second, and how long an officer waits.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, JSHandle, Page } from '@playwright/test'
import { ensureBuilt } from '../../main/setup/build.ts'
import { findTestBrowser, freePort, launchBrowser } from '../e2e/browser.ts'
import { codeNames, makeDemoCheckpoint, type CodeName } from '../e2e/demo-checkpoint.ts'
import { seesPicture, shows } from '../e2e/screen.ts'
import { openInBrowser } from '../e2e/shells.ts'
import { blankPicture, codePicture, openY4m, type Y4m } from '../e2e/y4m.ts'
import { machine } from './machine.ts'
import { below, type BenchReport } from './report.ts'
import { nextVerdict, observeFrames, takeFrames, type Frame } from './scan-marks.ts'

const rounds = 20
/** The card is no result: what it is shown as depends on whose result was there before. */
const results = codeNames.filter((name) => name !== 'card')
/** Milliseconds for which frames are counted, with a code in the picture and without. */
const watched = 3_000
/** Milliseconds after which a changed picture has certainly been seen. */
const settling = 400
/** The most that the program may take from a frame to the painted verdict, in milliseconds. */
const longestFromFrame = 60
/** The most an officer may wait, the camera's own delay included, in milliseconds. */
const longestWait = 250

/** What was measured in one round. Milliseconds. */
interface Wait {
  /** From the arrival of the first frame that was read to the painted verdict. */
  fromFrame: number
  /** From the moment before the picture was written, so with the camera's own delay. */
  fromPicture: number
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  await ensureBuilt()
  const executable = await findTestBrowser(console.error)
  if (typeof executable === 'string') throw new Error(executable)
  Object.assign(process.env, executable.env)
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-'))
  const profile = join(folder, 'profile')
  const y4m = join(folder, 'camera.y4m')
  let browser: Browser | undefined
  try {
    const camera = openY4m(y4m)
    const pictures = await drawCodes(profile)
    browser = await launchBrowser(executable.file, { y4m, debuggingPort: await freePort() })
    const opened = await openInBrowser(browser, profile)
    const { page } = opened
    await seesPicture(page)
    const frames = await observeFrames(page)
    console.error('frames without a code…')
    const without = await watch(frames, () => camera.show(blankPicture()))
    console.error('frames with a code…')
    const withCode = await watch(frames, () => camera.show(pictures.valid))
    const waits = await measureWaits(page, camera, pictures)
    await opened.close()
    return report(browser.version(), without, withCode, waits)
  } finally {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function drawCodes(profile: string): Promise<Record<CodeName, Uint8Array>> {
  const codes = await makeDemoCheckpoint(profile)
  const draw = (name: CodeName): Promise<Uint8Array> => codePicture(codes[name].text)
  return {
    valid: await draw('valid'),
    expired: await draw('expired'),
    positive: await draw('positive'),
    forged: await draw('forged'),
    'unknown-key': await draw('unknown-key'),
    card: await draw('card'),
  }
}

async function watch(frames: JSHandle<Frame[]>, show: () => void): Promise<Frame[]> {
  show()
  await pause(settling)
  await takeFrames(frames)
  await pause(watched)
  return takeFrames(frames)
}

/** Blank, then a code, and so on: each round another code, so that none is taken for one that never went away. */
async function measureWaits(page: Page, camera: Y4m, pictures: Record<CodeName, Uint8Array>): Promise<Wait[]> {
  const waits: Wait[] = []
  for (let round = 0; round < rounds; round += 1) {
    // The first round must not show the code that the page has just seen.
    const name = results[(round + 1) % results.length] ?? 'valid'
    camera.show(blankPicture())
    // Each round meets the camera at another moment between two of its frames.
    await pause(settling + round * 7)
    const painted = nextVerdict(page)
    await page.title()
    const shown = performance.timeOrigin + performance.now()
    camera.show(pictures[name])
    const { frameAt, paintedAt } = await painted
    await shows(page, name)
    waits.push({ fromFrame: paintedAt - frameAt, fromPicture: paintedAt - shown })
    console.error(`round ${round + 1}: ${(paintedAt - shown).toFixed(0)} ms`)
  }
  return waits
}

function report(browser: string, without: Frame[], withCode: Frame[], waits: Wait[]): BenchReport {
  const fromFrame = spread(waits.map((wait) => wait.fromFrame))
  const fromPicture = spread(waits.map((wait) => wait.fromPicture))
  return {
    bench: 'scan',
    machine: { ...machine(), browser: `Chromium ${browser}` },
    figures: {
      frame: '1280×720',
      decodeMsPerFrame: { withoutCode: spread(without.map(decodeMs)), withCode: spread(withCode.map(decodeMs)) },
      framesPerSecond: { withoutCode: framesPerSecond(without), withCode: framesPerSecond(withCode) },
      msFromFirstFrameToPaintedVerdict: fromFrame,
      msFromPictureWrittenToPaintedVerdict: fromPicture,
      rounds: waits.length,
    },
    bars: [
      below(`frame to painted verdict, median of ${rounds}, ms`, fromFrame.median, longestFromFrame),
      below(`picture written to painted verdict, median of ${rounds}, ms`, fromPicture.median, longestWait),
    ],
  }
}

const decodeMs = (frame: Frame): number => frame.decodeMs

function framesPerSecond(frames: readonly Frame[]): number {
  const first = frames[0]?.at ?? Number.NaN
  const last = frames.at(-1)?.at ?? Number.NaN
  return Number((((frames.length - 1) * 1000) / (last - first)).toFixed(1))
}

function spread(values: readonly number[]): { median: number; p95: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1))
  return { median: at(0.5), p95: at(0.95), max: at(1) }
}

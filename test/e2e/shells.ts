/** The program opened in either shell; the specs see only the page. */
import { _electron, type Browser, type Page } from '@playwright/test'
import { root } from '../../main/setup/node24.mjs'
import { deviceFlags, type Devices } from './browser.ts'
import { byHand } from './hand.ts'
import { startKioskOrFail, type KioskProcess } from './kiosk-process.ts'
import { witness, type Witness } from './witness.ts'

export const shells = ['browser', 'electron'] as const
export type ShellName = (typeof shells)[number]

/** A kiosk on the screen. */
export interface OpenedKiosk {
  page: Page
  seen: Witness
  /** The process behind the page; null in Electron, where there is no other than the window's. */
  process: KioskProcess | null
  close(): Promise<void>
}

/** A window of this size, in pixels, at this time, in epoch milliseconds; the present where it is left out. */
export interface Scene {
  width: number
  height: number
  now?: number
  /** Files and connections that the program may have open at a time. */
  descriptors?: number
  /** In the program's environment. */
  env?: Readonly<Record<string, string>>
}

/** Opens a profile in the browser shell, in a window of its own. */
export async function openInBrowser(
  browser: Browser,
  profile: string,
  { width, height, now, descriptors, env }: Scene = { width: 1366, height: 768 },
): Promise<OpenedKiosk> {
  const kiosk = await startKioskOrFail(profile, { now, descriptors, env })
  const context = await browser.newContext({ viewport: { width, height } })
  if (now !== undefined) await context.clock.setFixedTime(now)
  const seen = witness(context)
  const page = byHand(await context.newPage())
  await page.goto(kiosk.address)
  await ready(page)
  const close = async (): Promise<void> => {
    await context.close()
    await kiosk.stop()
  }
  return { page, seen, process: kiosk, close }
}

/** Opens a profile in Electron, with a test's camera and keyboard. */
export async function openInElectron(binary: string, profile: string, devices: Devices): Promise<OpenedKiosk> {
  const env = { ...process.env, CHOT_PROFILE: profile }
  const app = await _electron.launch({ executablePath: binary, args: [...deviceFlags(devices), root], env })
  const seen = witness(app.context())
  const page = byHand(await app.firstWindow())
  await ready(page)
  return { page, seen, process: null, close: () => app.close() }
}

/** The page has drawn what the program behind it told it. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
}

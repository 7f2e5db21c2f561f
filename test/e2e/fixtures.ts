/**
 * What every end-to-end test stands on: a demo checkpoint of its own, the program running on it in the shell of the
 * project, its page ready in front of a camera that shows what the test wants it to see.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type Browser, type Page } from '@playwright/test'
import { findElectronBinary } from '../../main/setup/find-electron.ts'
import { freePort, launchBrowser, type Devices } from './browser.ts'
import { makeDemoCheckpoint, type CodeName, type DemoCodes } from './demo-checkpoint.ts'
import { plugIn, type Keyboard } from './keyboard.ts'
import type { KioskProcess } from './kiosk-process.ts'
import { openInBrowser, openInElectron, type OpenedKiosk, type ShellName } from './shells.ts'
import type { Witness } from './witness.ts'
import { blankPicture, codePicture, inverted, openY4m } from './y4m.ts'

/** The camera that the page believes it has. */
interface Camera {
  show(code: CodeName): Promise<void>
  showText(text: string): Promise<void>
  /** Light on dark. */
  showInverted(code: CodeName): Promise<void>
  clear(): void
}

export interface WorkerFixtures {
  shell: ShellName
  demo: { profile: string; codes: DemoCodes }
  devices: Devices
  camera: Camera
  /** Starts the browser the first time it is called. */
  launch: () => Promise<Browser>
}

export interface TestFixtures {
  /** Skips the tests of a shell that cannot be had here. */
  availability: void
  codes: DemoCodes
  /** The folder of a demo checkpoint that nobody else uses. */
  profile: string
  opened: OpenedKiosk
  page: Page
  seen: Witness
  keyboard: Keyboard
  /** The browser shell's process; there is none in Electron. */
  kiosk: KioskProcess
}

export { expect } from '@playwright/test'

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shell: ['browser', { scope: 'worker', option: true }],

  demo: [
    async ({ shell }, use, { project, workerIndex }) => {
      const profile = join(project.outputDir, `demo-${shell}-${workerIndex}`)
      await use({ profile, codes: await makeDemoCheckpoint(profile) })
    },
    { scope: 'worker' },
  ],

  devices: [
    async ({ shell }, use, { project, workerIndex }) =>
      use({ y4m: join(project.outputDir, `camera-${shell}-${workerIndex}.y4m`), debuggingPort: await freePort() }),
    { scope: 'worker' },
  ],

  camera: [
    async ({ demo, devices }, use) => {
      const video = openY4m(devices.y4m)
      await use({
        show: async (code) => video.show(await codePicture(demo.codes[code].text)),
        showText: async (text) => video.show(await codePicture(text)),
        showInverted: async (code) => video.show(inverted(await codePicture(demo.codes[code].text))),
        clear: () => video.show(blankPicture()),
      })
    },
    { scope: 'worker' },
  ],

  launch: [
    async ({ devices }, use) => {
      let browser: Promise<Browser> | undefined
      const executable = process.env['CHOT_BROWSER']
      if (!executable) throw new Error('run.ts finds the browser: start the tests with "npm run test:e2e"')
      await use(() => (browser ??= launchBrowser(executable, devices)))
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],

  availability: [
    async ({ shell }, use, testInfo) => {
      const electron = findElectronBinary()
      if (shell === 'electron' && electron.state === 'absent') testInfo.skip(true, `in Electron: ${electron.why.en}`)
      await use()
    },
    { auto: true },
  ],

  codes: async ({ demo }, use) => use(demo.codes),

  profile: async ({ demo }, use, testInfo) => {
    const profile = testInfo.outputPath('profile')
    cpSync(demo.profile, profile, { recursive: true })
    await use(profile)
  },

  opened: async ({ shell, profile, devices, camera, launch }, use, testInfo) => {
    camera.clear()
    const electron = findElectronBinary()
    const opened =
      shell === 'electron' && electron.state === 'present'
        ? await openInElectron(electron.binary, profile, devices)
        : await openInBrowser(await launch(), profile)
    await use(opened)
    if (opened.process) await testInfo.attach('what the program wrote', { body: opened.process.output() })
    await opened.close()
  },

  page: async ({ opened }, use) => use(opened.page),
  seen: async ({ opened }, use) => use(opened.seen),

  keyboard: async ({ page, devices }, use) => {
    const keyboard = await plugIn(devices.debuggingPort, page.url())
    await use(keyboard)
    keyboard.unplug()
  },

  kiosk: async ({ opened }, use) => {
    if (!opened.process) throw new Error('only the browser shell has a process beside its window')
    await use(opened.process)
  },
})

/**
 * Every state of every screen, at every size that a checkpoint's laptop shows it: what decides can be read whole, and
 * nothing bars whoever uses no mouse or sees badly. One load of a state is looked at in all these ways, for there are
 * many states.
 */
import { expect, type Frame } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { states } from '../gallery/states.ts'
import { findCutOff } from './cut-off.ts'
import { test, type Gallery } from './gallery-page.ts'

/** 1366×768 and 1920×1080, each also at 125 and 150 %, and an old panel. */
const sizes = [
  { width: 911, height: 512 },
  { width: 1093, height: 614 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1536, height: 864 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const

/** Words are longer now in one language, now in the other. */
const first = { language: 'vi', theme: 'day' } as const
const then = { language: 'en', theme: 'night' } as const

/** Of all that axe looks at only colours differ at night. */
const colours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

for (const { name } of states) {
  test(`${name}: what decides is read whole at every size, and axe finds no fault`, async ({ gallery }) => {
    const { frame } = gallery
    await gallery.show(name, first)
    await frame.addScriptTag({ content: axe.source })
    expect.soft(await cutOff(gallery), 'what decides is read whole (vi)').toEqual([])
    expect.soft(await frame.evaluate(findShownTwice), 'no key is shown twice').toEqual([])
    expect.soft(await barriers(frame, {}), 'axe finds no fault (day)').toEqual([])
    await gallery.turn(then)
    expect.soft(await cutOff(gallery), 'what decides is read whole (en)').toEqual([])
    expect.soft(await barriers(frame, colours), 'axe finds no fault (night)').toEqual([])
  })
}

test('the keys of the decision stay where they are, whatever stands above them', async ({ gallery }) => {
  const { frame, resize, show } = gallery
  await resize({ width: 1366, height: 768 })
  const places: unknown[] = []
  for (const state of ['lane-waiting', 'lane-accepted', 'lane-long-reason', 'lane-details', 'kiosk-three-notices']) {
    await show(state, first)
    const key = frame.getByTestId('decide-admitted')
    const { top, bottom } = await key.evaluate((element) => element.getBoundingClientRect().toJSON())
    places.push({ top, bottom })
  }
  expect(new Set(places.map((place) => JSON.stringify(place))).size, JSON.stringify(places)).toBe(1)
})

/** Whatever cannot be read whole, by the sizes of the window. */
async function cutOff({ frame, resize }: Gallery): Promise<string[]> {
  const faults: string[] = []
  for (const size of sizes) {
    await resize(size)
    const found = await frame.evaluate(findCutOff)
    faults.push(...found.map((fault) => `${size.width}×${size.height}: ${fault}`))
  }
  return faults
}

/** Runs in the frame. Keys that more than one button bears: only one of them is what the key does. */
function findShownTwice(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('button kbd')]
    .filter((key) => key.checkVisibility({ visibilityProperty: true }))
    .map((key) => key.textContent)
  // Enter goes where the focus is.
  return shown.filter((key, index) => key !== 'Enter' && shown.indexOf(key) !== index)
}

/** What axe-core finds, and where. */
async function barriers(frame: Frame, rules: RunOptions): Promise<string[]> {
  const { violations } = await frame.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    { ...rules, resultTypes: ['violations'] },
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`))
}

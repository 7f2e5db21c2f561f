/**
 * The gallery in a browser, served for as long as a worker lives: gallery-files.setup.ts has built it. Its states are shown
 * in a frame of a page, which takes another size at once, where a window has to be asked for it.
 */
import { expect, type Frame, type Page } from '@playwright/test'
import { preview } from 'vite'
import type { View } from '../gallery/show.tsx'
import { test as base } from './fixtures.ts'
import { galleryConfig } from './gallery-config.ts'

/** A screen of these many pixels. */
export interface Size {
  width: number
  height: number
}

export interface Gallery {
  page: Page
  /** Where states are shown. */
  frame: Frame
  /** Shows a state and waits until it is. Throws where it could not be reached, or does not fit the contract. */
  show: (state: string, view: View) => Promise<void>
  /** Turns what is shown to another language and theme, by the keys for that. */
  turn: (view: View) => Promise<void>
  resize: (size: Size) => Promise<void>
}

/** The largest screen that a state is looked at in: of a frame that reached beyond the window the rest is drawn late. */
const largest = { width: 1920, height: 1080 }

export const test = base.extend<object, { gallery: Gallery }>({
  gallery: [
    async ({ launch }, use) => {
      const server = await preview({ configFile: galleryConfig, preview: { host: '127.0.0.1', port: 0 } })
      const address = server.resolvedUrls?.local[0]
      if (address === undefined) throw new Error('the gallery is served nowhere')
      const page = await (await launch()).newPage({ viewport: largest })
      const frame = await openFrame(page, address)
      await use({
        page,
        frame,
        show: (state, view) => show(frame, address, state, view),
        turn: (view) => turn(frame, view),
        resize: (size) => frame.evaluate(resizeFrame, size),
      })
      await page.close()
      await server.close()
    },
    { scope: 'worker' },
  ],
})

/** A frame of the gallery's own origin, which may therefore choose its size. */
async function openFrame(page: Page, address: string): Promise<Frame> {
  await page.goto(address)
  const place = await page.evaluateHandle(() => {
    const element = document.createElement('iframe')
    Object.assign(element.style, { position: 'fixed', inset: '0', width: '100vw', height: '100vh', border: '0' })
    document.body.replaceChildren(element)
    return element
  })
  const frame = await place.contentFrame()
  if (!frame) throw new Error('the page has no frame')
  return frame
}

/** Runs in the frame. */
function resizeFrame({ width, height }: Size): void {
  const place = parent.document.querySelector('iframe')
  if (place) Object.assign(place.style, { width: `${width}px`, height: `${height}px` })
}

async function show(frame: Frame, address: string, state: string, { language, theme }: View): Promise<void> {
  await frame.goto(`${address}?${new URLSearchParams({ state, language, theme })}`)
  await frame.locator('html[data-arrived], html[data-fault]').waitFor({ state: 'attached' })
  const fault = await frame.locator('html').getAttribute('data-fault')
  if (fault !== null) throw new Error(`${state} is not shown: ${fault}`)
}

/** One press of a key is answered before the next one. */
async function turn(frame: Frame, { language, theme }: View): Promise<void> {
  const document = frame.locator('html')
  await frame.evaluate(strike, 'F9')
  // A screen whose program has told nothing goes by the time of the day, and is day by its own choice one press later.
  const turned = frame.locator(`html[data-chosen="day"], html[data-chosen="${theme}"]`)
  await turned.waitFor({ state: 'attached' })
  if ((await document.getAttribute('data-chosen')) !== theme) await frame.evaluate(strike, 'F9')
  await expect(document).toHaveAttribute('data-theme', theme)
  await frame.evaluate(strike, 'F10')
  await expect(document).toHaveAttribute('lang', language)
}

/** Runs in the frame. The page’s own keyboard goes to the frame only where something in it has the focus. */
function strike(key: string): void {
  for (const type of ['keydown', 'keyup']) {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }))
  }
}

/** The gallery in a browser: built anew, served for as long as a worker lives, one page for all its states. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build, preview } from 'vite'
import { root } from '../../main/setup/node24.mjs'
import type { View } from '../gallery/show.tsx'
import { test as base } from './fixtures.ts'

/** A window of these many pixels. */
export interface Size {
  width: number
  height: number
}

export interface Gallery {
  page: Page
  /** Shows a state and waits until it is. Throws where it could not be reached, or does not fit the contract. */
  show: (state: string, view: View) => Promise<void>
  resize: (size: Size) => Promise<void>
}

export const test = base.extend<object, { gallery: Gallery }>({
  gallery: [
    async ({ launch }, use) => {
      const configFile = join(root, 'test', 'gallery', 'vite.config.ts')
      await build({ configFile, logLevel: 'warn' })
      const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } })
      const address = server.resolvedUrls?.local[0]
      if (address === undefined) throw new Error('the gallery is served nowhere')
      const page = await (await launch()).newPage()
      await use({
        page,
        show: (state, view) => show(page, address, state, view),
        resize: (size) => page.setViewportSize(size),
      })
      await page.close()
      await server.close()
    },
    { scope: 'worker' },
  ],
})

async function show(page: Page, address: string, state: string, { language, theme }: View): Promise<void> {
  await page.goto(`${address}?${new URLSearchParams({ state, language, theme })}`)
  await page.locator('html[data-arrived], html[data-fault]').waitFor({ state: 'attached' })
  const fault = await page.locator('html').getAttribute('data-fault')
  if (fault !== null) throw new Error(`${state} is not shown: ${fault}`)
}

/** A picture of every state of the gallery, for whoever looks: `npm run screenshots -- -g gallery`. */
import { join } from 'node:path'
import { root } from '../../main/setup/node24.mjs'
import { states } from '../gallery/states.ts'
import { test } from './gallery-page.ts'
import { picturesFolder } from './pictures-folder.ts'

const views = [
  { language: 'vi', theme: 'day' },
  { language: 'en', theme: 'night' },
] as const

const size = { width: 1366, height: 768 }
/** A4 upright, 96 pixels to the inch. */
const paper = { width: 794, height: 1080 }

for (const { name, printed } of states) {
  for (const view of views) {
    const { language, theme } = view
    test(`the gallery’s picture ${name}-${language}-${theme}`, async ({ gallery }) => {
      await gallery.resize(printed ? paper : size)
      await gallery.show(name, view)
      const file = `${name}-${language}-${theme}.png`
      const path = join(picturesFolder(root, process.env), 'gallery', file)
      await gallery.page.emulateMedia({ media: printed ? 'print' : 'screen' })
      await gallery.page.screenshot({ path, animations: 'disabled', clip: { x: 0, y: 0, ...(printed ? paper : size) } })
      await gallery.page.emulateMedia({ media: 'screen' })
    })
  }
}

/** Where the gallery's own configuration lies: it is built once, and served by every worker. */
import { join } from 'node:path'
import { root } from '../../main/setup/node24.mjs'

export const galleryConfig = join(root, 'test', 'gallery', 'vite.config.ts')

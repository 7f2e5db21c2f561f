/** Where `npm run screenshots` writes. */
import { join } from 'node:path'

/**
 * A folder that git does not track, so that looking at a screen changes nothing; `CHOT_SCREENSHOTS` names another:
 * `docs/screenshots` to renew the picture of the README.
 */
export function picturesFolder(root: string, env: NodeJS.ProcessEnv): string {
  return join(root, env['CHOT_SCREENSHOTS'] ?? join('test-results', 'pictures'))
}

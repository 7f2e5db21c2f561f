/**
 * Imported first by every program that is started directly: ends it with one sentence on a Node that will not do,
 * before anything that would crash there is loaded.
 */
import { isNode24, nodeSentence, notStarted } from './node24.mjs'

if (!isNode24(process.versions)) {
  console.error(nodeSentence(process.versions.node))
  process.exit(notStarted)
}

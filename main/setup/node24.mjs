/**
 * Finds Node 24 and runs a script on it, whatever Node the machine has. better-sqlite3 needs Node-API 10 and ends an
 * older Node without a word, so every entry point goes through here. Plain JavaScript: it must itself run on Node 20
 * before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The exit status of what could not be started at all; as `status.system` of main/terminal/statuses.ts has it. */
export const notStarted = 71

/** The checkout: the folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is said, and nothing more, where there is no Node that will do. */
export const nodeSentence = (/** @type {string} */ version) =>
  `Chốt cần Node 24; máy này chạy Node ${version}. Hãy chạy "npm ci" rồi thử lại, hoặc cài Node 24 (https://nodejs.org). / ` +
  `Chốt needs Node 24; this is Node ${version}. Run "npm ci" and try again, or install Node 24 (https://nodejs.org).`

/**
 * Whether a Node will do: version 24 or later, with Node-API 10.
 * @param {{ node: string, napi?: string }} versions as in `process.versions`
 */
export function isNode24(versions) {
  return Number.parseInt(versions.node, 10) >= 24 && Number(versions.napi) >= 10
}

/**
 * Where the Node that came with the dependencies is, were it installed. npm 10 can leave it out of `.bin`, so the
 * package's own folder is named.
 * @param {{ root: string, platform: NodeJS.Platform, arch: string }} place
 */
export function broughtNode(place) {
  const system = place.platform === 'win32' ? 'win' : place.platform
  const file = place.platform === 'win32' ? 'node.exe' : 'node'
  return join(place.root, 'node_modules', `node-${system}-${place.arch}`, 'bin', file)
}

/**
 * The Node to run on: the one the dependencies brought, else the running one if it will do, else null.
 * @param {{ root: string, platform: NodeJS.Platform, arch: string, execPath: string, versions: { node: string, napi?: string }, exists: (file: string) => boolean }} machine
 * @returns {string | null}
 */
export function findNode24(
  machine = {
    root,
    platform: process.platform,
    arch: process.arch,
    execPath: process.execPath,
    versions: process.versions,
    exists: existsSync,
  },
) {
  const brought = broughtNode(machine)
  if (machine.exists(brought)) return brought
  return isNode24(machine.versions) ? machine.execPath : null
}

/**
 * Threads that are thrown away race for a table that V8 keeps of the pages it may write code to, where the processor
 * has memory protection keys: now and then the whole process ends with "Check failed: jit_page.has_value()". Without
 * the keys there is no table. Of the Node that we bring alone: another may not know the flag.
 */
export const broughtNodeFlags = ['--no-memory-protection-keys']

/**
 * Runs `script` on Node 24 with this process's input and output, passing signals on, and answers with its exit
 * status. Node 24 comes first on the script's PATH, so that what it starts by name runs on it too. Where there is no
 * Node 24 it says so in one sentence and answers `notStarted`.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function runOnNode24(script, args) {
  const node = findNode24()
  if (node === null) {
    console.error(nodeSentence(process.versions.node))
    return Promise.resolve(notStarted)
  }
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const env = { ...process.env, [name]: `${dirname(node)}${delimiter}${process.env[name] ?? ''}` }
  return new Promise((resolve) => {
    const flags = node === broughtNode({ root, platform: process.platform, arch: process.arch }) ? broughtNodeFlags : []
    const child = spawn(node, [...flags, script, ...args], { stdio: 'inherit', env })
    // Ctrl+C in a terminal reaches the child by itself; passing it on would count as a second one.
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    const end = (/** @type {number} */ status) => {
      for (const signal of signals) process.off(signal, passOn)
      resolve(status)
    }
    child.on('error', (error) => {
      console.error(`${nodeSentence(process.versions.node)} (${node}: ${error.message})`)
      end(notStarted)
    })
    child.on('exit', (status, signal) => end(status ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [script, ...args] = process.argv.slice(2)
  if (script === undefined) {
    console.error('Usage: node24.mjs SCRIPT [ARGUMENT…]')
    process.exitCode = 1
  } else process.exitCode = await runOnNode24(script, args)
}

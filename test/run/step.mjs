/** Running one step of `npm test`: its output goes straight to the terminal, its end becomes a tally. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { tallyOfTests, tallyOfTool } from './tally.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'tool' | 'tests'} kind a tool counts as one check; tests are counted one by one
 * @property {string[]} command arguments for Node
 * @property {number} [minutes] after which the step is ended and counts as failed; 5 where left out
 */

const minute = 60_000

/**
 * @param {Step} step
 * @param {string} node the Node that runs it
 * @param {string} folder where it runs
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runStep(step, node, folder) {
  const started = Date.now()
  console.log(`\n── ${step.name} ──`)
  const scratch = mkdtempSync(join(tmpdir(), 'chot-test-'))
  try {
    const file = join(scratch, 'tally.json')
    // What a step starts by the name of `node` runs on the same one.
    const PATH = `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`
    const succeeded = await run(node, step, folder, { ...process.env, PATH, CHOT_TALLY: file })
    const tally =
      step.kind === 'tool' ? tallyOfTool(step.name, succeeded) : tallyOfTests(step.name, readIfThere(file), succeeded)
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(`── ${step.name}: ${tally.failed.length === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
    return tally
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * @param {string} node
 * @param {Step} step
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it ended by itself with status 0
 */
function run(node, step, folder, env) {
  const minutes = step.minutes ?? 5
  return new Promise((resolve) => {
    const child = spawn(node, step.command, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] })
    // An interrupt lets a test runner close its browsers; a kill follows where it does not.
    const interrupt = setTimeout(() => {
      console.log(`${step.name} did not end within ${minutes} minutes and is stopped.`)
      child.kill('SIGINT')
    }, minutes * minute)
    const kill = setTimeout(() => child.kill('SIGKILL'), (minutes + 0.25) * minute)
    const settle = (/** @type {boolean} */ succeeded) => {
      clearTimeout(interrupt)
      clearTimeout(kill)
      resolve(succeeded)
    }
    child.on('error', (error) => {
      console.log(`${step.name} could not be started: ${error.message}`)
      settle(false)
    })
    child.on('close', (status) => settle(status === 0))
  })
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

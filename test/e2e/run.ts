/**
 * Runs the end-to-end tests: `run.ts [PLAYWRIGHT ARGUMENT…]`. Builds what is out of date, finds (or sets up) a
 * browser, and hands all arguments to Playwright; the configuration is playwright.config.ts unless `--config` names another.
 */
import '../../main/setup/require-node24.mjs'
import { ensureBuilt, ensureHubPageBuilt } from '../../main/setup/build.ts'
import { root, runOnNode24 } from '../../main/setup/node24.mjs'
import { findTestBrowser } from './browser.ts'

const args = process.argv.slice(2)
const config = args.includes('--config') ? [] : ['--config', 'test/e2e/playwright.config.ts']

process.exitCode = await run()

async function run(): Promise<number> {
  await ensureBuilt()
  await ensureHubPageBuilt()
  const browser = await findTestBrowser((line) => console.error(line))
  if (typeof browser === 'string') {
    console.error(browser)
    return 1
  }
  console.log(`Testing in ${browser.file}`)
  Object.assign(process.env, browser.env, { CHOT_BROWSER: browser.file })
  process.chdir(root)
  return runOnNode24('node_modules/playwright/cli.js', ['test', ...config, ...args])
}

/**
 * Packages the Electron shell: builds, then runs electron-builder with the arguments given (`-- --win`, `-- --linux dir`).
 * electron-builder fetches Electron's binary and its own tools, so it needs the network the first time.
 */
import './require-node24.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { ensureBuilt } from './build.ts'
import { canReach, downloadSource, hasDownloaded } from './download-source.ts'
import { withoutSecrets } from './environment.mjs'
import { root } from './node24.mjs'

const { env, platform } = process
const source = downloadSource(env)
// electron-builder tries for most of a minute, and then shows what no person can read.
if (hasDownloaded(packageJson.devDependencies.electron, env, platform) || (await canReach(source))) await pack()
else {
  console.error(
    `Không tới được ${source.host} nên không tải được Electron để đóng gói. Hãy nối mạng (hoặc đặt ELECTRON_MIRROR, HTTPS_PROXY) rồi chạy lại. / ` +
      `${source.host} cannot be reached, so Electron cannot be fetched to package with. Connect to the network (or set ELECTRON_MIRROR, HTTPS_PROXY), then run this again.`,
  )
  process.exitCode = 1
}

async function pack(): Promise<void> {
  await ensureBuilt()
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const args = ['--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, [builder, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: withoutSecrets(env),
  })
  if (status === 0) return
  console.error(
    'Không đóng gói được; xem các dòng của electron-builder ở trên. Nếu là lỗi tải về, hãy kiểm tra mạng rồi chạy lại. / ' +
      'It could not be packaged; see what electron-builder says above. If a download failed, check the network and run this again.',
  )
  process.exitCode = status ?? 1
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedFile } from '../../../../main/files/index.ts'
import { root } from '../../../../main/setup/node24.mjs'

const requireBuilder = createRequire(createRequire(join(root, 'package.json')).resolve('electron-builder'))

interface Configuration {
  files: string[]
  extraResources: { from: string; to: string; filter?: string[] }[]
  electronFuses: Record<string, boolean>
  npmRebuild: boolean
  win: { files: string[] }
  linux: { files: string[] }
}

const read = (): Configuration => {
  const { load }: { load: (text: string) => Configuration } = requireBuilder('js-yaml')
  return load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
}
const validate = (configuration: unknown): Promise<void> => {
  const builder: { validateConfiguration: (configuration: unknown, log: unknown) => Promise<void> } = requireBuilder(
    'app-builder-lib/out/util/config/config.js',
  )
  return builder.validateConfiguration(configuration, { add: () => {}, isEnabled: false })
}

test('electron-builder itself finds nothing wrong in the configuration', async () => {
  await expect(validate(read())).resolves.toBeUndefined()
})

test('it would have found a key that does not exist', async () => {
  await expect(validate({ ...read(), asarUnpak: [] })).rejects.toThrow(/asarUnpak/)
})

test('every fuse is set, each to the safe side', () => {
  expect(read().electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

test.each([
  ['win', 'win32-x64'],
  ['linux', 'linux-x64'],
] as const)('%s takes its own builds of SQLite, %s, and leaves out the others', (system, build) => {
  const { files } = read()[system]
  expect(files).toContain(`!node_modules/better-sqlite3/prebuilds/!(${build}).node`)
  expect(files).toContain(`!node_modules/better-sqlite3-multiple-ciphers/prebuilds/!(${build}).node`)
})

test('no list of files only leaves out, for electron-builder would begin such a list with the whole checkout', () => {
  const { files, win, linux } = read()
  for (const list of [files, win.files, linux.files]) expect(list[0]).toBe('package.json')
})

test('of the checkout only what was built is packed, beside the resources', () => {
  const { files, win, linux, extraResources } = read()
  const taken = [...files, ...win.files, ...linux.files].filter((pattern) => !pattern.startsWith('!'))
  expect(taken.filter((pattern) => pattern !== 'package.json' && !pattern.startsWith('dist/'))).toEqual([])
  expect(extraResources[0]).toEqual({ from: 'resources', to: 'resources' })
})

test('the Node for development, the sources of SQLite and source maps are not packed, and nothing is compiled', () => {
  const { files, npmRebuild } = read()
  expect(files).toEqual(
    expect.arrayContaining([
      '!node_modules/node-*/**',
      '!node_modules/better-sqlite3/{deps,src}/**',
      '!node_modules/better-sqlite3-multiple-ciphers/{deps,src}/**',
      '!dist/renderer/**/*.map',
    ]),
  )
  expect(npmRebuild).toBe(false)
})

test('the letters of papers and the writer of codes are packed where the packaged program looks for them', () => {
  const [, ...packed] = read().extraResources
  const shipped = packed.flatMap(({ from, to, filter = [] }) =>
    filter
      .filter((name) => !name.startsWith('LICENSE'))
      .map((name) => ({ source: join(root, from, name), target: `${to}/${name}` })),
  )
  expect(shipped.map(({ target }) => target)).toEqual(
    [
      '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
      '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
      '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
      '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
      'zxing-wasm/writer/zxing_writer.wasm',
    ].map((file) => `resources/packages/${file}`),
  )
  for (const { source, target } of shipped) {
    const specifier = target.replace('resources/packages/', '')
    // As it is now, out of node_modules; and as it is where nothing of that is there.
    expect(shippedFile(specifier)).toBe(source)
    expect(shippedFile(`gone-${specifier.replace('@', '')}`, '/opt/chot')).toBe(
      join('/opt/chot/resources/packages', `gone-${specifier.replace('@', '')}`),
    )
  }
})

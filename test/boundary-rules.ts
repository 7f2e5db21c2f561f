/**
 * The rules of who may import whom, as dependency-cruiser takes them: paths are regular expressions from the root of
 * the checkout. The compiler keeps the platforms apart (each room's `lib` and `types`); these keep the rooms apart.
 */
import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** The folders that are looked at. */
export const rooms = ['shared', 'main', 'renderer', 'authority', 'hub', 'test']

/** Packages by name, wherever they resolve to; their types and subpaths included. */
const packages = (...names: string[]): string[] =>
  names.map((name) => `(^|node_modules/)(@types/)?${name.replace('/', '(/|__)')}(/|$)`)

const shells = '^main/(browser|electron)/'
/** What both shells are made of beside main/app.ts: ports and paths, and the guard that every program starts with. */
const shellParts = '^main/shell/'
const guards = '^main/setup/[^/]+\\.mjs$'
const roomsOfMain = '^main/(?!browser/|electron/|shell/|setup/)[^/]+/'
const doors = '^main/[^/]+/index\\.ts$'

type Rule = IRegularForbiddenRuleType
const forbid = (name: string, from: Rule['from'], to: Rule['to']): Rule => ({ name, severity: 'error', from, to })

export const rules: Rule[] = [
  // One that only a type closes would run, but not be read: neither file is understood without the other.
  forbid('no modules import each other in a circle', {}, { circular: true }),
  // With `?url` the bundler answers with a file's address and not with its content.
  forbid(
    'every import leads to a file or an installed package',
    {},
    { couldNotResolve: true, pathNot: '\\.wasm\\?url$' },
  ),
  forbid('what is shipped never imports a test', { pathNot: '^test/' }, { path: '^test/' }),
  forbid(
    'shared imports only itself and its named libraries',
    { path: '^shared/' },
    { pathNot: ['^shared/', ...packages('valibot', 'tweetnacl', 'intl-messageformat', 'zxing-wasm')] },
  ),
  forbid(
    'renderer imports only itself, shared and what draws and decodes',
    { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    {
      pathNot: [
        '^renderer/',
        '^shared/',
        ...packages('react', 'react-dom', 'zxing-wasm', '@fontsource/be-vietnam-pro'),
      ],
    },
  ),
  forbid(
    'a screen imports no other screen',
    { path: '^renderer/screens/([^/]+)/' },
    { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
  ),
  forbid(
    'the frame and what it is made of know no screen',
    { path: '^renderer/(?!screens/|app\\.tsx)' },
    { path: '^renderer/screens/' },
  ),
  forbid(
    'what screens are built of knows no frame',
    { path: '^renderer/(ui|keys|i18n|scanner|rpc)/' },
    { path: '^renderer/frame/' },
  ),
  forbid('main imports only itself, shared and packages', { path: '^main/' }, { path: '^(renderer|authority)/' }),
  forbid(
    'a room of main reaches another by its index only',
    { path: '^main/([^/]+)/' },
    { path: roomsOfMain, pathNot: ['^main/$1/', doors] },
  ),
  forbid(
    'reports take rows wherever they come from, and know no other room but that of files',
    { path: '^main/reports/' },
    { path: '^main/', pathNot: ['^main/reports/', '^main/files/index\\.ts$'] },
  ),
  forbid(
    'app.ts and cli.ts reach a room by its index only',
    { path: '^main/[^/]+$' },
    { path: roomsOfMain, pathNot: [doors, '^main/command/'] },
  ),
  forbid(
    'main/command belongs to cli.ts',
    { pathNot: ['^main/cli\\.ts$', '^main/command/', '^test/'] },
    { path: '^main/command/' },
  ),
  forbid(
    'no room of main reaches up into a shell or what starts one',
    { path: '^main/', pathNot: [shells, '^main/setup/'] },
    { path: [shells, '^main/setup/'], pathNot: guards },
  ),
  forbid(
    'a shell imports app.ts, what both shells share, and nothing deeper',
    { path: '^main/(browser|electron)/' },
    { path: '^main/', pathNot: ['^main/$1/', '^main/app\\.ts$', shellParts, guards] },
  ),
  forbid(
    'authority reaches main by the index of a room only',
    { path: '^authority/' },
    { path: ['^main/', '^renderer/'], pathNot: [doors, guards] },
  ),
  forbid(
    'hub reaches main by the index of a room only',
    { path: '^hub/', pathNot: '^hub/renderer/' },
    { path: ['^main/', '^renderer/', '^authority/', '^hub/renderer/'], pathNot: [doors, guards] },
  ),
  // It runs in a browser: of the server it knows what passes between them, which is in shared.
  forbid(
    'the hub’s page imports only itself, shared, the parts that screens are built of and what draws',
    { path: '^hub/renderer/', pathNot: '^hub/renderer/vite\\.config\\.ts$' },
    {
      pathNot: [
        '^hub/renderer/',
        '^shared/',
        '^renderer/(ui|keys)/',
        ...packages('react', 'react-dom', 'valibot', '@fontsource/be-vietnam-pro'),
      ],
    },
  ),
  forbid('nothing but a test imports the hub or its packages', { pathNot: ['^hub/', '^test/'] }, { path: '^hub/' }),
  forbid(
    'only main/electron imports Electron',
    { pathNot: '^main/electron/' },
    { path: packages('electron', 'electron-store') },
  ),
  forbid(
    'only main/journal knows SQLite',
    { pathNot: ['^main/journal/', '^test/'] },
    { path: packages('better-sqlite3', 'better-sqlite3-multiple-ciphers') },
  ),
]

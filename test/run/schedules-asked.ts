/** How much is done of what takes long: all of it by `npm run test:schedules`, and less of it with everything else. */

const variable = 'CHOT_SCHEDULES'

/** Of these `npm test` runs the first. */
const withAll = 100

/** As the environment says: `COUNT` or `FIRST+COUNT`. */
export function schedulesAsked(env: NodeJS.ProcessEnv): { first: number; count: number } {
  const [, first, count] = /^(?:(\d{1,9})\+)?(\d{1,6})$/.exec(env[variable] ?? '') ?? []
  return { first: Number(first ?? 1), count: Number(count ?? withAll) }
}

/** Batches of next to nothing that a hostile kiosk sends at once: a tenth of them with everything else. */
export const smallBatchesAsked = (env: NodeJS.ProcessEnv): number => (env[variable] === undefined ? 1000 : 10_000)

/** The environment that asks for some. */
export const askingFor = (first: string, count: string): Record<string, string> => ({ [variable]: `${first}+${count}` })

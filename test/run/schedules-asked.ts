/** Which seeded schedules are run: by `npm run test:schedules`, and fewer of them with everything else. */

const variable = 'CHOT_SCHEDULES'

/** Of these `npm test` runs the first. */
const withAll = 100

/** As the environment says: `COUNT` or `FIRST+COUNT`. */
export function schedulesAsked(env: NodeJS.ProcessEnv): { first: number; count: number } {
  const [, first, count] = /^(?:(\d{1,9})\+)?(\d{1,6})$/.exec(env[variable] ?? '') ?? []
  return { first: Number(first ?? 1), count: Number(count ?? withAll) }
}

/** The environment that asks for some. */
export const askingFor = (first: string, count: string): Record<string, string> => ({ [variable]: `${first}+${count}` })

/** Whether a profile is for practice, which the demo is too, or for real people. It never changes. */
export const modes = ['practice', 'real'] as const
export type Mode = (typeof modes)[number]

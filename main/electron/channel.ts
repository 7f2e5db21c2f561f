/** The one channel between page and program. */
export const channel = 'chot:rpc'

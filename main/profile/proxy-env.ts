/** Through which proxy a checkpoint reaches others: its own, where it has one, else the computer's. */

/** What is on this computer is reached without any. */
const here = 'localhost,127.0.0.1,::1'

/**
 * `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, as Node and curl read them.
 * @param proxy the checkpoint's own; undefined: it has none
 */
export function proxyEnv(proxy: string | undefined, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (proxy === undefined) return env
  const without = env['no_proxy'] ?? env['NO_PROXY']
  return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: without === undefined ? here : `${here},${without}` }
}

/** Through which proxy this process asks web servers. It decides nothing about what is fetched: that is signed. */
import { setGlobalProxyFromEnv } from 'node:http'

/**
 * From now on asks them as these variables say (`HTTPS_PROXY`, `NO_PROXY` …); an update has a thread of its own, which is gone with it.
 * @throws TypeError where a proxy's address is none
 */
export function goThrough(env: NodeJS.ProcessEnv): void {
  setGlobalProxyFromEnv(env)
}

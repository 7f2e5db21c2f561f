/** Which authorities' web servers this process believes. It decides nothing about what is fetched: that is signed. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/**
 * From now on believes the servers of further authorities, such as a province's own.
 * @param pem their certificates
 * @throws Error where it holds none
 */
export function addServerAuthority(pem: string): void {
  if (!pem.includes('-----BEGIN ')) throw new Error('no certificate (PEM)')
  setDefaultCACertificates([...getCACertificates('default'), pem])
}

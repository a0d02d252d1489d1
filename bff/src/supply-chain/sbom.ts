import type { Installed } from './read-packages'

/** Hashes as the lockfile holds them, by `name@version`: base64 of SHA-512. */
export function hashesIn(lockfile: string): ReadonlyMap<string, string> {
  const found = lockfile.matchAll(
    /^ {2}'?((?:@[^@\s']+\/)?[^@\s'/]+@[^\s':()]+)'?:\n {4}resolution: \{integrity: sha512-([^,}\s]+)/gm,
  )
  return new Map([...found].map(([, key = '', hash = '']) => [key, Buffer.from(hash, 'base64').toString('hex')]))
}

const purlOf = ({ name, version }: Installed): string => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`

/** An SPDX id has no blanks; what has them is an expression. */
const licenceOf = (licence: string) => {
  if (licence === 'unknown') return []
  return [/[\s()]/.test(licence) ? { expression: licence.replace(/^\(|\)$/g, '') } : { license: { id: licence } }]
}

/** What an operator gets, as CycloneDX 1.5. */
export function sbomOf(
  packages: readonly Installed[],
  hashes: ReadonlyMap<string, string>,
  product: { readonly name: string; readonly version: string },
) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': product.name, ...product } },
    components: packages.map((one) => {
      const hash = hashes.get(`${one.name}@${one.version}`)
      return {
        type: 'library',
        'bom-ref': purlOf(one),
        name: one.name,
        version: one.version,
        purl: purlOf(one),
        licenses: licenceOf(one.licence),
        ...(hash !== undefined && { hashes: [{ alg: 'SHA-512', content: hash }] }),
      }
    }),
  }
}

import type { Direct } from './read-packages'
import { reasons } from './reasons'

const sizeOf = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`

const rowOf = ({ name, version, licence, bytes, runtimeOf, developmentOf }: Direct): string => {
  const where = runtimeOf.length > 0 ? runtimeOf : developmentOf
  return `| ${name} | ${version} | ${licence} | ${sizeOf(bytes)} | ${where.join(', ')} | ${reasons[name] ?? ''} |`
}

const tableOf = (packages: readonly Direct[]): readonly string[] => [
  '| package | version | licence | on disk | for | reason |',
  '|---|---|---|---|---|---|',
  ...packages.map(rowOf),
]

/** The direct dependencies as a page; sizes are those of the package alone. */
export function dependencyPage(direct: readonly Direct[]): string {
  const runtime = direct.filter(({ runtimeOf }) => runtimeOf.length > 0)
  const development = direct.filter(({ runtimeOf }) => runtimeOf.length === 0)
  return [
    '# Direct dependencies',
    '',
    'Written by `npm run dependencies`; a test compares names, versions and licences. Every version is pinned in',
    '`pnpm-workspace.yaml`, everything below by `pnpm-lock.yaml` with its hash; no package may run a script at its',
    'installation (`allowBuilds`). `npm run -s dependencies -- sbom` prints all that an operator gets as CycloneDX JSON.',
    'Known weaknesses: `npx pnpm audit --prod`, before each release and where the registry gives its advisories.',
    '',
    `## At run time (${runtime.length})`,
    '',
    ...tableOf(runtime),
    '',
    `## For building and testing (${development.length})`,
    '',
    ...tableOf(development),
    '',
  ].join('\n')
}

/** What of a line of the page must not change unnoticed: everything but the size, which differs by platform. */
export const withoutSizes = (page: string): string => page.replace(/\| [\d.]+ [KM]B \|/g, '| |')

import { statusWords as projects } from '@suanhui/bff/platforms/hunan-projects/status'
import { statusWords as scheduling } from '@suanhui/bff/platforms/hunan-scheduling/status'
import { statusWords as dispatch } from '@suanhui/bff/platforms/shanxi-dispatch/status'
import type { StatusWords } from '@suanhui/bff/platforms/status-words'
import type { CaseKind, PlatformName } from './case'

const WORDS: Readonly<Record<PlatformName, StatusWords>> = {
  'hunan-scheduling': scheduling,
  'hunan-projects': projects,
  'shanxi-dispatch': dispatch,
}

const wordFor = (words: Readonly<Record<string, string>> | undefined, ours: string): string =>
  Object.entries(words ?? {}).find(([, meaning]) => meaning === ours)?.[0] ?? ours

/** Each platform has its own words for the same thing: these are theirs for ours. */
export const kindWord = (platform: PlatformName, kind: CaseKind): string => wordFor(WORDS[platform].kinds, kind)
export const stateWord = (platform: PlatformName, kind: CaseKind, state: string): string =>
  wordFor(WORDS[platform].statuses[kind], state)
export const departmentWord = (platform: PlatformName, department: string): string =>
  wordFor(WORDS[platform].departments, department)

import type { IslandProps } from './island-props'

/** A browser draws only what differs anyhow. */
export const Island = ({ children }: IslandProps) => <>{children}</>

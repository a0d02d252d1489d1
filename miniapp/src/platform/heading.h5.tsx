import type { HeadingProps } from './heading-props'

export function Heading({ level, className, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return <Tag className={`reset-heading ${className ?? ''}`}>{children}</Tag>
}

import '../styles/browser.scss'
import { platformCopy as copy } from './copy'
import { Heading } from './heading.h5'
import type { PageFrameProps } from './page-frame-props'
import { Pressable } from './pressable.h5'

/** A browser has no bar of its own: back and the title stand here. */
export function PageFrame({ className, title, onBack, children, bar }: PageFrameProps) {
  return (
    <div className={`frame ${className}`}>
      {title !== undefined && (
        <header className="frame-top">
          {onBack !== undefined && (
            <Pressable className="frame-back" label={copy.back} onPress={onBack}>
              <span className="frame-chevron" />
            </Pressable>
          )}
          <Heading level={1} className="frame-title">
            {title}
          </Heading>
        </header>
      )}
      <main className="frame-main">{children}</main>
      {bar !== undefined && <div className="frame-bar">{bar}</div>}
    </div>
  )
}

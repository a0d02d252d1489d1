import { weapp } from '../record'
import { pictureAt } from '../wx/files'
import { agreePressed, privacyGate } from '../wx/privacy'
import { attribute, type BuiltIn, text } from './element'

const FITS: Readonly<Record<string, string>> = { aspectFill: 'cover', aspectFit: 'contain', widthFix: 'contain' }

const image: BuiltIn = {
  attached(host) {
    const picture = document.createElement('img')
    host.own.picture = picture
    picture.alt = text(host.data.ariaLabel)
    picture.addEventListener('load', () =>
      host.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () => host.fire('error', { errMsg: 'load failed' }))
    host.node.appendChild(picture)
    if (host.data.src) picture.src = pictureAt(text(host.data.src))
  },
  changed: {
    src(host, value) {
      const picture = host.own.picture
      if (picture instanceof HTMLImageElement) picture.src = pictureAt(text(value))
    },
    mode(host, value) {
      const picture = host.own.picture
      if (picture instanceof HTMLImageElement) picture.style.objectFit = FITS[text(value)] ?? 'fill'
    },
  },
}

/** What the button for the number tells: a code, or why there is none. */
async function phoneNumber(): Promise<object> {
  try {
    await privacyGate('getPhoneNumber')
  } catch {
    return { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }
  }
  const { phoneCode } = weapp.world
  return phoneCode === 'deny'
    ? { errMsg: 'getPhoneNumber:fail user deny' }
    : { errMsg: 'getPhoneNumber:ok', code: phoneCode }
}

const button: BuiltIn = {
  attached(host) {
    host.node.setAttribute('role', 'button')
    host.node.tabIndex = 0
    host.node.addEventListener('click', () => {
      if (host.data.disabled) return
      const opens = text(host.data.openType)
      if (opens === 'getPhoneNumber') phoneNumber().then((detail) => host.fire('getphonenumber', detail))
      if (opens === 'agreePrivacyAuthorization') {
        agreePressed(host.id)
        host.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
      }
    })
  },
  changed: { disabled: (host, value) => attribute(host.node, 'aria-disabled', value ? 'true' : undefined) },
}

const scrollView: BuiltIn = {
  attached({ node, fire }) {
    node.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, clientHeight } = node
      fire('scroll', { scrollTop, scrollLeft, scrollHeight })
      if (scrollTop + clientHeight >= scrollHeight - 50) fire('scrolltolower', {})
    })
  },
}

const toggle: BuiltIn = {
  attached(host) {
    const box = document.createElement('input')
    host.own.box = box
    box.type = 'checkbox'
    box.setAttribute('role', 'switch')
    box.checked = Boolean(host.data.checked)
    box.addEventListener('change', (event) => {
      event.stopPropagation()
      host.fire('change', { value: box.checked })
    })
    host.node.appendChild(box)
  },
  changed: {
    checked(host, value) {
      if (host.own.box instanceof HTMLInputElement) host.own.box.checked = Boolean(value)
    },
  },
}

export const otherElements: Readonly<Record<string, BuiltIn>> = {
  image,
  button,
  'scroll-view': scrollView,
  switch: toggle,
}

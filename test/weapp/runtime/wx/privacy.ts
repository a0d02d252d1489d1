import { weapp } from '../record'
import { WxFailure } from './wx-failure'

interface Answer {
  readonly event: 'exposureAuthorization' | 'agree' | 'disagree'
  readonly buttonId?: string
}
type Listener = (resolve: (answer: Answer) => void, asked: { readonly referrer: string }) => void

let listener: Listener | undefined
/** Buttons of `open-type="agreePrivacyAuthorization"` that a person has pressed, by id. */
const pressed = new Set<string>()

export const onNeedPrivacyAuthorization = (then: Listener): void => {
  listener = then
}

/** The press itself agrees; WeChat holds the id of the answer against it. */
export function agreePressed(id: string): void {
  pressed.add(id)
  weapp.world.privacyAgreed = true
}

/**
 * Holds back what the declaration of privacy covers until the person has agreed to it
 * (developers.weixin.qq.com, 隐私协议开发指南).
 */
export async function privacyGate(referrer: string): Promise<void> {
  if (weapp.world.privacyAgreed) return
  const asks = listener
  const answer = asks === undefined ? undefined : await new Promise<Answer>((resolve) => asks(resolve, { referrer }))
  if (answer?.event === 'disagree') throw new WxFailure('privacy permission is not authorized', 104)
  if (answer?.event === 'agree' && !pressed.has(answer.buttonId ?? ''))
    weapp.refusals.push(`agreed by a button that was not pressed: ${answer.buttonId}`)
  if (!weapp.world.privacyAgreed) throw new WxFailure('privacy permission is not authorized', 103)
}

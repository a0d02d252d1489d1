import { AppError } from '../errors'
import type { Wechat, WechatFailure } from '../wechat/client'

/** @throws {AppError} where the operator gave no app id. */
export function needWechat(wechat: Wechat | undefined): Wechat {
  if (wechat === undefined) throw new AppError('NOT_READY', '微信登录还没有开通，请用手机号登录')
  return wechat
}

/** What WeChat refused, in words for the person who wanted to sign in or bind a number. */
export function wechatRefusal({ problem }: WechatFailure): AppError {
  if (problem === 'invalid_code') return new AppError('INVALID_INPUT', '微信授权过期了，请再点一次')
  if (problem === 'user_blocked') return new AppError('FORBIDDEN', '微信提示这个账号暂时不能登录，请用手机号登录')
  if (problem === 'too_often') {
    return new AppError('TOO_MANY_REQUESTS', '操作太快了，请过1分钟再试', { headers: { 'retry-after': '60' } })
  }
  return new AppError('PLATFORM_UNAVAILABLE', '微信那边暂时没有回应，请稍后再试，或者用手机号和验证码')
}

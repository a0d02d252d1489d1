/**
 * What a refusal of WeChat's means for us:
 * - `busy`, `unreachable`: later may work;
 * - `too_often`: a limit of theirs; later may work;
 * - `token`: the access token is not good, also after a fresh one was fetched;
 * - `setup`: app id, secret, template or address are wrong: only the operator can help;
 * - `invalid_code`: used, too old, or never given out;
 * - `user_blocked`: WeChat holds this user back;
 * - `unknown_user`: no such openid in this app;
 * - `no_quota`: the user did not agree to a message, or the one agreed to was sent;
 * - `banned`: messages of this template are forbidden;
 * - `bad_field`, `sensitive`: these words will never go through.
 */
export type WechatProblem =
  | 'busy'
  | 'unreachable'
  | 'too_often'
  | 'token'
  | 'setup'
  | 'invalid_code'
  | 'user_blocked'
  | 'unknown_user'
  | 'no_quota'
  | 'banned'
  | 'bad_field'
  | 'sensitive'

const PROBLEM_OF: Readonly<Record<number, WechatProblem>> = {
  [-1]: 'busy',
  40001: 'token',
  40014: 'token',
  41001: 'token',
  42001: 'token',
  40002: 'setup',
  40013: 'setup',
  40037: 'setup',
  40125: 'setup',
  40164: 'setup', // the server's address is not in the list of the app
  41002: 'setup',
  41004: 'setup',
  41030: 'setup',
  48001: 'setup',
  40029: 'invalid_code',
  40163: 'invalid_code',
  41008: 'invalid_code',
  40226: 'user_blocked',
  40003: 'unknown_user',
  43101: 'no_quota',
  43107: 'banned',
  43108: 'busy',
  45009: 'too_often',
  45011: 'too_often',
  45168: 'sensitive',
  47001: 'bad_field',
  47003: 'bad_field',
}

/** A code that nobody listed is taken for the operator's matter: repeating it would not help. */
export const problemOf = (errcode: number): WechatProblem => PROBLEM_OF[errcode] ?? 'setup'

const MAY_PASS: ReadonlySet<WechatProblem> = new Set(['busy', 'unreachable', 'too_often', 'token'])

/** Whether the same call may work later. */
export const mayPass = (problem: WechatProblem): boolean => MAY_PASS.has(problem)

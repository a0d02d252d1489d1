/** What a value of each type may be, as WeChat's page on subscribe messages lists it. */
const LIMITS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^[+-]?\d{1,32}(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => /^(\d{4}年\d{1,2}月\d{1,2}日\s?)?\d{1,2}:\d{2}(~.+)?$/.test(value),
  date: (value) => /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})(\s\d{1,2}:\d{2})?(~.+)?$/.test(value),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => (/^[\x20-\x7e]+$/.test(value) ? value.length <= 20 : length(value) <= 10),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
}

const length = (value: string): number => [...value].length

/** Whether WeChat takes the value for a key such as `thing1`; empty ones, line breaks and control characters never. */
export function isAccepted(key: string, value: string): boolean {
  const limit = LIMITS[key.replace(/\d+$/, '')]
  return limit?.(value) === true && value.trim() !== '' && !/\p{Cc}/u.test(value)
}

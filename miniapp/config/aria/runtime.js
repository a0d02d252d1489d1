import { mergeInternalComponents } from '@tarojs/shared'
import aria from './attributes.json'

// The run-time half of plugin.ts: the same attributes, in the same order, so that both sides number them alike.
const none = Object.fromEntries(aria.attributes.map((name) => [name, '']))
mergeInternalComponents(Object.fromEntries(aria.components.map((name) => [name, none])))

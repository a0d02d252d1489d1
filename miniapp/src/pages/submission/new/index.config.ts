export default definePageConfig({ navigationBarTitleText: '开始办理' })

export default definePageConfig({ navigationBarTitleText: '最高组合' })

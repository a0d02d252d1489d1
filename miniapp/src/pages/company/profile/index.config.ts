export default definePageConfig({ navigationBarTitleText: '公司资料' })

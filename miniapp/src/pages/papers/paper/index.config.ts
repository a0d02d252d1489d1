export default definePageConfig({ navigationBarTitleText: '看材料' })

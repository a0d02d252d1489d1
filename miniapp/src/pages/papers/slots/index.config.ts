export default definePageConfig({ navigationBarTitleText: '申请的材料' })

export default definePageConfig({ navigationBarTitleText: '措施详情', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '算惠通' })

import type { AdviceMessages } from '../advice.js';

export const adviceEnglish: AdviceMessages = {
  reviewed: [],
  rules: {
    R01: 'New customers cost more than they bring in: the shop loses money on growth.',
    R02: 'Customers bring in under three times their cost: three times what it costs to win one is a common target.',
    R03: 'The gross margin is negative: every sale loses money.',
    R04: 'Ads are below break-even: what is spent must come back at least 1 ÷ gross margin times.',
    R05: 'Ads do not pay back shipping and fees either: what is spent must come back at least 1 ÷ contribution margin times.',
    R06: 'Marketing costs more than orders contribute: overall it spends more than the contribution it is paid from.',
    R07: 'A customer does not pay back with the first order: the shop depends on repeat orders.',
    R08: 'The numbers of customers do not add up: it is not known of all orders whether they were the first.',
    R11: 'Sales after discounts do not add up: they are not gross sales less discounts.',
    R12: 'More purchases than sessions: there are more sessions with a purchase than sessions.',
    R13: 'There are more ad clicks than ad impressions.',
    R14: 'Reach is higher than impressions: that cannot be.',
    R15: 'Ad platforms claim more sales than the shop has: orders are counted twice. The ratio of all sales to all marketing tells more.',
    R16: 'More waste is recycled than there was.',
    R17: 'The data of this period are incomplete.',
    R18: 'More clicks but fewer purchases: the content attracts people whom the shop does not convince.',
    R19: 'More visibility but less response: being seen does not lead to action.',
    R20: 'Downloads grow, but users do not stay active.',
    R21: 'More people leave the list: check how often messages come and whether they matter to the reader.',
    R22: 'Slow pages and more bounces: look at load time first.',
    R23: 'More carts are left: check the steps of the checkout, payment methods, prices and when shipping cost is shown.',
    R24: 'The loss sits in the checkout itself.',
    R25: 'Most traffic is not organic: the ranking in search results may need work.',
    R26: 'More is returned: look at the reasons, product quality and descriptions.',
    R27: 'More customers leave: check product quality, service, returns and the whole experience.',
    R28: 'More items are out of stock: sales are being missed.',
    R29: 'Stock grows while it sells more slowly: too much stock, or falling demand.',
    R30: 'Mobile traffic grows but buys less often: invest in the mobile shop.',
    R31: 'More complaints per order: product quality, service or expectations.',
    R32: 'Fewer customers buy again: look at product quality, prices and service.',
  },
  advice: {
    'conversion-rate': {
      meaning: ['Higher conversion means more sales without more traffic.'],
      diagnosis: ['Low: a poor experience, uncompetitive prices, or other obstacles to buying.'],
      action: [
        'Make buying simple and fast.',
        'Give clear product information.',
        'Show reviews, and make reviewing easy: in newsletters, the loyalty programme and social campaigns.',
        'Improve the mobile version.',
        'Adapt offers and the experience of the site to the visitor.',
      ],
    },
    'average-order-value': {
      meaning: [
        'Raising it is often cheaper than winning new customers. It shows how people buy, what an order earns and how competitive the shop is.',
      ],
      action: [
        'Offer free shipping above an amount.',
        'Suggest what goes with it, and what is better (“others also bought”).',
        'Offer bundles, and rewards for larger purchases.',
        'Encourage premium versions.',
      ],
    },
    'customer-lifetime-value': {
      meaning: ['High shows that customers stay; lower than the cost of winning one means a loss.'],
      action: [
        'Use a loyalty programme, personal offers, newsletters and social media.',
        'Find the most valuable groups of customers and invest in them.',
      ],
    },
    'customer-acquisition-cost': {
      diagnosis: ['Compare it with customer lifetime value to see whether marketing wins customers at a sound price.'],
    },
    'cost-per-acquisition': {
      action: ['Compare channels and campaigns, and move to those that win customers cheaply.'],
    },
    'organic-traffic-share': {
      diagnosis: ['High: search works. Where traffic depends on ads, improve the ranking in search results.'],
    },
    'customer-retention-rate': {
      meaning: [
        'A loyal customer is often worth more than a new one. Higher means more loyalty and satisfaction, the key to lasting growth.',
      ],
      action: ['Improve customer service and the loyalty programme.'],
    },
    'customer-churn-rate': {
      diagnosis: [
        'High: problems with product quality, service or the whole experience. It matters most with subscriptions and fixed habits of buying.',
      ],
      action: [
        'Give loyalty bonuses, good terms of return and better service; find out why customers do not come back.',
      ],
    },
    'repeat-purchase-rate': { diagnosis: ['Low: look again at product quality, prices or service.'] },
    'returning-customer-rate': {
      diagnosis: ['Low: dissatisfied customers or stronger competitors. Follow it over time.'],
    },
    'cart-abandonment-rate': {
      diagnosis: ['High: problems with payment, prices, or friction at checkout.'],
      action: [
        'Offer simple ways to pay: local wallets, invoice, cards.',
        'Show the cost of shipping early.',
        'Send reminders of carts that were left.',
        'Let people buy without registering.',
      ],
    },
    'page-load-time': { meaning: ['Slow pages lose impatient visitors: keep the site fast.'] },
    'bounce-rate': {
      diagnosis: ['High: ads that reach the wrong people, a slow site, unfitting content, or a poor mobile version.'],
    },
    'average-session-duration': { meaning: ['Longer means more interest.'] },
    'website-traffic': { meaning: ['Shows what search, content and social media achieve.'] },
    'traffic-source-share': {
      action: ['See which platforms and partners bring the most visits, and adjust the mix of marketing.'],
    },
    'inventory-level': { action: ['Watch it, so that nothing sells out and not too much lies in stock.'] },
    'inventory-turnover': {
      diagnosis: ['High: strong sales or well-kept stock. Low: too much stock or falling demand.'],
      action: ['Optimise stock: it costs less to hold and frees money.'],
    },
    'stockout-rate': { diagnosis: ['High: missed sales and dissatisfied customers.'] },
    'order-cycle-time': { action: ['Shorten it: customers are more satisfied and come back.'] },
    'return-rate': {
      diagnosis: ['High: dissatisfaction. The reasons tell about product quality and descriptions.'],
    },
    roas: { action: ['Find the campaigns that work, and move money from bad ads to good ones.'] },
    'gross-margin': { diagnosis: ['Negative: every sale loses money.'] },
    'gross-merchandise-value': { meaning: ['Shows how much is sold and how buying changes.'] },
    'total-sales': { action: ['Follow it by the hour, day or week.'] },
    'ad-clicks': { meaning: ['Ads bring visitors and make the shop known; you pay only when somebody clicks.'] },
    'average-ad-position': {
      action: ['Adjust keywords and bids: a better position tends to bring more impressions and clicks.'],
    },
    'net-promoter-score': { diagnosis: ['Low: something has to improve. High: satisfied, loyal customers.'] },
    'first-response-time': { meaning: ['Customers expect fast answers that help.'] },
    'complaint-rate': {
      action: ['Resolve complaints, and learn from them about product, service and what was expected.'],
    },
    'review-rating': { meaning: ['Good reviews raise trust and sales; bad ones show what to improve.'] },
    'review-response-rate': { action: ['Answer reviews promptly and professionally.'] },
    'mobile-conversion-rate': { meaning: ['Shows how well the mobile shop and its marketing work.'] },
    'mobile-average-order-value': {
      action: ['Learn how people buy on the phone, and sell accordingly.'],
    },
    'mobile-cart-abandonment-rate': { diagnosis: ['High: the mobile shop needs work.'] },
    'mobile-traffic': { action: ['A growing share calls for investment in the mobile shop and mobile marketing.'] },
    'sms-subscribers': { action: ['Care for the list: few should leave, and each message should be worth it.'] },
    'app-downloads': { action: ['Compare with active users to see whether people really use it.'] },
    'push-subscribers': { action: ['Send often enough to matter and seldom enough that people stay.'] },
    'engagement-rate': {
      action: ['Find out which content moves people: real exchange counts for more than a wide audience.'],
    },
    'social-reach': { action: ['Reach the right people: quality counts beside quantity.'] },
    'social-impressions': {
      diagnosis: ['Being seen is not yet action: read it with engagement and click-through rate.'],
    },
    'click-through-rate': {
      action: ['Improve content and call to action, and watch conversion, so that clicks lead somewhere.'],
    },
    'influencer-conversions': { action: ['Judge the quality of the activities, not only their number.'] },
    'carbon-footprint': {
      action: ['Measure and report regularly; look for savings in energy, transport and manufacturing.'],
    },
    'workforce-representation': {
      meaning: ['Diversity supports creativity, innovation, reputation and equal opportunity.'],
    },
  },
};

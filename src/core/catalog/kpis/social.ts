import { census, kpi, share, total } from '../declare-kpi.js';

export const social = [
  census('social-followers', 'count', 'up', 'followers', 'LAST'),
  kpi('engagement-rate', 'percent', 'up', 'engagements / socialImpressions', 'ROS', 'days', {
    fallbacks: [{ formula: 'engagements / followers', warning: 'follower-basis' }],
  }),
  kpi('social-reach', 'count', 'up', 'socialReach', 'SET', 'none'),
  total('social-impressions', 'up', 'socialImpressions'),
  kpi('impression-frequency', 'ratio', 'neutral', 'socialImpressions / socialReach', 'RECOMPUTE', 'none'),
  share('click-through-rate', 'up', 'socialClicks', 'socialImpressions'),
  share('social-conversion-rate', 'up', 'socialConversions', 'socialClicks'),
  total('influencer-engagements', 'up', "where(engagements, influencer = 'true')"),
  total('influencer-conversions', 'up', "where(socialConversions, influencer = 'true')"),
];

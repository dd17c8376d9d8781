import { kpi, mean, share, total } from '../declare-kpi.js';

export const traffic = [
  total('website-traffic', 'up', 'sessions'),
  kpi('unique-visitors', 'count', 'up', 'visitors', 'SET', 'none'),
  mean('average-session-duration', 'duration', 'up', 'sessionSeconds', 'timedSessions', 'sessionSecondsSquares'),
  share('bounce-rate', 'down', 'bouncedSessions', 'sessions'),
  kpi(
    'organic-traffic-share',
    'percent',
    'up',
    'organicSessions / (organicSessions + paidSessions)',
    'ROS',
    'two-proportion',
    { testInputs: { successes: 'organicSessions', trials: 'organicSessions + paidSessions' } },
  ),
  share('traffic-source-share', 'neutral', 'sessions', 'total(sessions)', { breakdown: ['channel', 'source'] }),
  kpi('page-load-time', 'duration', 'down', 'lcpMsP75 / 1000', 'RECOMPUTE'),
];

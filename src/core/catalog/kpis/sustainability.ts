import { census, share, yearly } from '../declare-kpi.js';

export const sustainability = [
  census('carbon-footprint', 'kgCO2e', 'down', 'emissionsKgCo2e', 'SUM', { ...yearly, breakdown: ['scope'] }),
  census('carbon-intensity', 'kgCO2e', 'down', 'emissionsKgCo2e / orders', 'ROS', yearly),
  census('energy-consumption', 'kWh', 'down', 'energyKwh', 'SUM', yearly),
  census('waste-generated', 'kg', 'down', 'wasteKg', 'SUM', yearly),
  census('recycling-rate', 'percent', 'up', 'wasteRecycledKg / wasteKg', 'ROS', yearly),
  census('sustainable-material-share', 'percent', 'up', 'materialSustainableKg / materialKg', 'ROS', yearly),
  census('community-contribution', 'currency', 'up', 'communityAmount', 'SUM', yearly),
  census('csr-participation-rate', 'percent', 'up', 'csrParticipants / headcount', 'RECOMPUTE', yearly),
  census('workforce-representation', 'percent', 'neutral', 'headcount / total(headcount)', 'LAST', {
    breakdown: ['attributeGroup'],
    filterNeeded: 'attribute',
  }),
  share('inclusion-score', 'up', 'inclusionFavourable', 'inclusionResponses', yearly),
];

/** What data that are none of ours take: whose they are, and what reads those. */
export { platformNamed } from './platforms.js';
export { exportReader, readPlatform } from './read-platform.js';
export { readXml } from './xml.js';

/** Serves the demo and prints its address. PORT names another first port than 5173. */
import { serveDemo } from './demo-server.mjs';

const { url } = await serveDemo(Number(process.env.PORT ?? 5173));
console.log(`\n  The demo shop: ${url}\n  Stop with Ctrl+C.\n`);

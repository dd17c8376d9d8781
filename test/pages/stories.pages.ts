import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, root, serve, visit } from './harness.js';
import type { Visit } from './harness.js';

interface StoryIndex {
  entries: Record<string, { id: string; title: string; name: string; type: 'story' | 'docs' }>;
}

/** What Storybook's channel says when a story has been rendered, played and checked. */
interface StoryFinished {
  storyId: string;
  status: 'success' | 'error';
  reporters: { type: string; result: { violations?: { id: string; help: string; nodes: { html: string }[] }[] } }[];
}

interface Preview {
  currentRender?: { phase: string };
}

interface Channel {
  emit: (event: 'setCurrentStory', selection: { storyId: string; viewMode: 'story' }) => void;
  on: (event: string, listener: (finished: StoryFinished) => void) => void;
  off: (event: string, listener: (finished: StoryFinished) => void) => void;
}

const built = join(root, 'storybook-static/index.json');
if (!existsSync(built)) throw new Error('storybook-static is missing: npm run storybook:build');
const { entries } = JSON.parse(await readFile(built, 'utf8')) as StoryIndex;
const stories = Object.values(entries).filter(({ type }) => type === 'story');

/** Shows a story in the page that is already open, which is far quicker than loading one page a story. */
function show(open: Visit, storyId: string): Promise<StoryFinished> {
  return open.page.evaluate(
    (id) =>
      new Promise<StoryFinished>((resolve) => {
        const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as {
          __STORYBOOK_ADDONS_CHANNEL__: Channel;
        };
        channel.on('storyFinished', function finished(story) {
          if (story.storyId !== id) return;
          channel.off('storyFinished', finished);
          resolve(story);
        });
        channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
      }),
    storyId,
  );
}

describe('every story', async () => {
  const browser = await openBrowser();
  const site = await serve({ folders: { '/': 'storybook-static' } });
  let open: Visit;

  beforeAll(async () => {
    // Begins at the last story: a story that is shown already is not drawn, and so not checked, again.
    open = await visit(browser, `${site.url}/iframe.html?id=${stories.at(-1)?.id}&viewMode=story`);
    // A story that is left before it is finished makes Storybook load its page anew.
    await open.page.waitForFunction(() => {
      const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__?: Preview };
      return preview?.currentRender?.phase === 'finished';
    });
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('is there', () => expect(stories).not.toEqual([]));

  it.each(stories)('$title / $name', async ({ id }) => {
    open.problems.length = 0;
    const { status, reporters } = await show(open, id);
    const violations = reporters.flatMap(({ result }) =>
      (result.violations ?? []).map(({ id: rule, help, nodes }) => `${rule}: ${help} at ${nodes[0]?.html}`),
    );
    await open.screenshot(`stories/${id}`);
    expect(violations).toEqual([]);
    expect(reporters.map(({ type }) => type)).toContain('a11y');
    expect(open.problems).toEqual([]);
    expect(status).toBe('success');
  });
});

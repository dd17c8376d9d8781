import type { LitElement, ReactiveController } from 'lit';
import { englishAtHand, loadMessages, messagesAtHand } from '../locale/load-messages.js';
import { mergeMessages } from '../locale/merge-messages.js';
import type { Messages, OwnMessages } from '../locale/messages.js';
import { createWords } from '../view-model/words.js';
import type { Words } from '../view-model/words.js';
import { ownNames } from '../locale/own-names.js';
import { composedAncestors, composedParent } from './composed-ancestors.js';
import type { Settings } from './settings.js';

/** The document, and each shadow root that a widget stands in: one watch a tree serves all widgets in it. */
const watches = new WeakMap<Node, { readonly observer: MutationObserver; readonly hosts: Set<LitElement> }>();

function watch(root: Node, host: LitElement): void {
  const known = watches.get(root);
  if (known) {
    known.hosts.add(host);
    return;
  }
  const hosts = new Set([host]);
  const observer = new MutationObserver(() => hosts.forEach((each) => each.requestUpdate()));
  observer.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
  watches.set(root, { observer, hosts });
}

function unwatch(root: Node, host: LitElement): void {
  const known = watches.get(root);
  known?.hosts.delete(host);
  if (known?.hosts.size !== 0) return;
  known.observer.disconnect();
  watches.delete(root);
}

/** What settings say of words. */
type SpokenSettings = Pick<Settings, 'lang' | 'messages' | 'kpiDefinitions' | 'settings'>;

/** The language that a widget speaks, and its words once they are there. */
export class LanguageController implements ReactiveController {
  /** Undefined until the language has come, so that no other one flashes first. */
  words: Words | undefined;
  #drawn:
    | {
        lang: string;
        own: OwnMessages | undefined;
        kpis: SpokenSettings['kpiDefinitions'];
        settings: SpokenSettings['settings'];
        english: Messages | undefined;
      }
    | undefined;
  /** Whether its language could not be fetched. */
  #isMissing = false;
  readonly #watched: Node[] = [];

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const ancestor of composedAncestors(this.host)) {
      const root = ancestor.parentNode;
      if (root && !(root instanceof Element)) this.#watched.push(root);
    }
    for (const root of this.#watched) watch(root, this.host);
  }

  hostDisconnected(): void {
    for (const root of this.#watched.splice(0)) unwatch(root, this.host);
  }

  /** Speaks `asked`, else the language of the place in the page. Cheap where nothing has changed. */
  speak({ lang: asked, messages: own, kpiDefinitions: kpis, settings }: SpokenSettings): void {
    const lang = asked ?? this.#inherited() ?? 'en';
    const english = englishAtHand();
    const drawn = this.#drawn;
    const isDefined = drawn?.kpis === kpis && drawn?.settings === settings;
    const isSame = isDefined && drawn?.lang === lang && drawn.own === own;
    if (isSame && drawn?.english === english) return;
    this.#isMissing &&= isSame;
    this.#drawn = { lang, own, kpis, settings, english };
    const wanted = this.#drawn;
    const use = (messages: Messages) => {
      if (this.#drawn !== wanted) return;
      this.words = createWords(
        mergeMessages(mergeMessages(messages, ownNames({ kpiDefinitions: kpis, settings }, lang)), own),
        lang,
      );
      this.host.requestUpdate();
    };
    const known = messagesAtHand(this.#isMissing ? 'en' : lang);
    if (known) {
      use(known);
      return;
    }
    // Until the next language is here the last one stands, whole.
    void loadMessages(lang, (language, cause) => {
      if (this.#drawn !== wanted) return;
      this.#isMissing = true;
      console.warn(`<${this.host.localName}> speaks English: the language "${language}" did not load.`, cause);
    }).then(use);
  }

  #inherited(): string | undefined {
    for (let each: Element | null = this.host; each; each = composedParent(each)) {
      const lang = each.getAttribute('lang');
      if (lang) return lang;
    }
    return undefined;
  }
}

import type { LitElement, ReactiveController } from 'lit';
import { loadMessages, messagesAtHand } from '../locale/load-messages.js';
import { mergeMessages } from '../locale/merge-messages.js';
import type { Messages, OwnMessages } from '../locale/messages.js';
import { createWords } from '../view-model/words.js';
import type { Words } from '../view-model/words.js';
import { composedAncestors } from './composed-ancestors.js';

/** The language that a widget speaks, and its words once they are there. */
export class LanguageController implements ReactiveController {
  /** Undefined until the language has come, so that no other one flashes first. */
  words: Words | undefined;
  #drawn: { lang: string; own: OwnMessages | undefined } | undefined;
  readonly #observer: MutationObserver | undefined;

  constructor(private readonly host: LitElement) {
    if (typeof MutationObserver !== 'undefined') this.#observer = new MutationObserver(() => host.requestUpdate());
    host.addController(this);
  }

  hostConnected(): void {
    for (const ancestor of composedAncestors(this.host)) {
      const root = ancestor.parentNode;
      // One watch a tree: the document, and each shadow root that the widget stands in.
      if (root && !(root instanceof Element)) {
        this.#observer?.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
      }
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Speaks `asked`, else the language of the place in the page. Cheap where nothing has changed. */
  speak(asked: string | undefined, own: OwnMessages | undefined): void {
    const lang = asked ?? this.#inherited() ?? 'en';
    if (this.#drawn?.lang === lang && this.#drawn.own === own) return;
    this.#drawn = { lang, own };
    const wanted = this.#drawn;
    const use = (messages: Messages) => {
      if (this.#drawn !== wanted) return;
      this.words = createWords(mergeMessages(messages, own), lang);
      this.host.requestUpdate();
    };
    const known = messagesAtHand(lang);
    if (known) {
      use(known);
      return;
    }
    // Until the next language is here the last one stands, whole.
    void loadMessages(lang, (language, cause) => {
      console.warn(`<${this.host.localName}> speaks English: the language "${language}" did not load.`, cause);
    }).then(use);
  }

  #inherited(): string | undefined {
    for (const ancestor of composedAncestors(this.host)) {
      const lang = ancestor.getAttribute('lang');
      if (lang) return lang;
    }
    return undefined;
  }
}

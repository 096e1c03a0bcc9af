// What every page brings along: links within the session, and Streamlit's built-in texts, which exist in English only;
// on a German page they are put into German as they appear.
import { PATTERNS, TEXTS } from './de.js';
import './links.js';

const NAMES = ['aria-label', 'placeholder', 'title', 'alt'];
// What people wrote is never touched: running text, tables, input.
const HANDS_OFF = '[data-testid=stMarkdown],[data-testid=stDataFrame] canvas,[data-testid=stBidiComponent],textarea,pre,code,script,style';

const german = () => (new URLSearchParams(location.search).get('lang') ?? document.documentElement.lang).startsWith('de');

function translated(text) {
  const key = text?.trim();
  if (!key) return null;
  if (Object.hasOwn(TEXTS, key)) return text.replace(key, () => TEXTS[key]);
  const pattern = PATTERNS.find(([english]) => english.test(key));
  return pattern ? text.replace(key, () => key.replace(...pattern)) : null;
}

function translateText(node) {
  if (node.parentElement?.closest(HANDS_OFF)) return;
  const text = translated(node.nodeValue);
  if (text && text !== node.nodeValue) node.nodeValue = text;
}

function translateNames(element) {
  for (const name of NAMES) {
    const text = translated(element.getAttribute(name));
    if (text && text !== element.getAttribute(name)) element.setAttribute(name, text);
  }
}

function translateTree(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else if (node.nodeType === Node.ELEMENT_NODE) translateNames(node);
  }
}

function keepUp(changes) {
  const lang = german() ? 'de-CH' : 'en';
  if (document.documentElement.lang !== lang) document.documentElement.lang = lang;   // the language was switched
  if (lang === 'en') return;
  for (const { type, target, addedNodes } of changes) {
    if (type === 'childList') addedNodes.forEach(translateTree);
    else if (type === 'characterData') translateText(target);
    else translateNames(target);
  }
}

new MutationObserver(keepUp).observe(document.documentElement, {
  childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: NAMES,
});
if (german()) translateTree(document.documentElement);

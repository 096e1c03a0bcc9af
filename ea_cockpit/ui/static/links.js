// Links in text change the page within the session, as those of the navigation do; otherwise the browser would load
// everything anew. Streamlit listens to the history: an address put there is opened as after the back button.
const CONNECTED = '[data-testid=stApp][data-test-connection-state=CONNECTED]';
const OURS = 'a[href][target=_self]';

const forBrowser = (event) => event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

function follow(event) {
  const link = event.target.closest?.(OURS);
  if (!link || forBrowser(event) || link.origin !== location.origin || link.hasAttribute('download')) return;
  if (!document.querySelector(CONNECTED)) return;      // loading the page anew also connects anew
  event.preventDefault();
  if (link.href !== location.href) history.pushState(null, '', link.href);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0);
}

document.addEventListener('click', follow);

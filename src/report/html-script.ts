// The script of the page: search and filter, open and close, print whole. Without it everything can still be read. It takes no text
// of the repository but what stands in attributes, and puts none into the page.

/** JavaScript, one text that never changes, so that the page can name its hash. */
export const SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('filters');
  if (!form) return;
  const cards = [...document.querySelectorAll('details.finding')];
  const status = document.getElementById('result-count');
  const all = cards.length;
  form.hidden = false;

  const wanted = name => form.elements.namedItem(name).value;
  function matches(card) {
    const words = wanted('search').toLowerCase().split(/\\s+/).filter(Boolean);
    return (
      words.every(word => card.dataset.text.includes(word)) &&
      ['priority', 'severity', 'provider', 'head', 'pushed'].every(
        name => wanted(name) === '' || card.dataset[name] === wanted(name),
      )
    );
  }
  function apply() {
    let shown = 0;
    for (const card of cards) {
      card.hidden = !matches(card);
      if (!card.hidden) shown++;
    }
    const hint = shown === 0 ? '. Nothing matches: reset the filter to see all' : '';
    status.textContent = shown + ' of ' + all + (all === 1 ? ' finding' : ' findings') + ' shown' + hint + '.';
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  const setAll = open => {
    for (const card of cards) if (!card.hidden) card.open = open;
  };
  document.getElementById('open-all').addEventListener('click', () => setAll(true));
  document.getElementById('close-all').addEventListener('click', () => setAll(false));

  // A link to a finding shows it, even when the filter hides it.
  function follow() {
    const card = document.getElementById(location.hash.slice(1));
    if (!card || !cards.includes(card)) return;
    if (card.hidden) form.reset();
    card.hidden = false;
    card.open = true;
    card.scrollIntoView();
    card.querySelector('summary').focus({ preventScroll: true });
  }
  addEventListener('hashchange', follow);
  follow();

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = cards.filter(card => !card.open);
    for (const card of closed) card.open = true;
  });
  addEventListener('afterprint', () => {
    for (const card of closed) card.open = false;
  });
  apply();
})();
`;

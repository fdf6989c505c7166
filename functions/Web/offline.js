// Keeps what a host taps until the server has it: over a reload, and in order. Without this script the same forms are sent as they are.
// A form with data-queue is kept; its buttons say what the item shows at once: data-state, data-says, data-people.
(() => {
  const words = document.body.dataset;
  const key = 'outreach-queue ' + words.queue;
  const bar = document.getElementById('queue');
  const load = () => JSON.parse(localStorage.getItem(key) || '[]');
  const save = entries => entries.length ? localStorage.setItem(key, JSON.stringify(entries)) : localStorage.removeItem(key);
  const mark = (id, change) => save(load().map(entry => entry.id === id ? { ...entry, ...change } : entry));
  const isLong = Boolean(document.querySelector('[data-part]') && document.querySelector('a[rel=next]'));
  const minute = 60000;
  let keptAt = 0;
  // Not taken by the server since this page was opened; the next time it is opened they are tried again.
  const refused = new Set();
  let busy = false;
  let again = false;

  const newId = () => [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');

  function tell(text) {
    const waiting = load().filter(entry => !entry.sent).length;
    bar.textContent = text || (waiting === 0 ? words.allSent : waiting === 1 ? words.waitingOne : words.waitingMany.replace('{0}', waiting));
    bar.dataset.waiting = waiting;
  }

  function count() {
    const items = [...document.querySelectorAll('[data-item]')];
    document.querySelectorAll('[data-total]').forEach(total => {
      total.textContent = total.dataset.total === 'done'
        ? items.reduce((sum, item) => sum + (item.dataset.state ? 1 : 0), Number(total.dataset.elsewhere || 0))
        : items.reduce((sum, item) => sum + Number(item.dataset.people || 0), Number(total.dataset.elsewhere || 0));
    });
  }

  function show(entry) {
    let item = document.getElementById(entry.item);
    if (!item && entry.adds) {
      item = document.getElementById(entry.adds).content.firstElementChild.cloneNode(true);
      item.id = entry.item;
      item.querySelector('strong').textContent = entry.name;
      document.getElementById(entry.adds).after(item);
    }

    if (!item)
      return;
    if (entry.state)
      item.dataset.state = entry.state;
    else
      delete item.dataset.state;
    item.dataset.people = entry.people;
    const said = item.querySelector('[data-said]');
    if (said)
      said.textContent = entry.says;
  }

  function goOn(item) {
    const open = item && item.querySelector(':scope > details[open]');
    if (!open)
      return;
    open.open = false;
    const next = [...document.querySelectorAll('[data-item]:not([data-state])')].find(one => item.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const details = next && next.querySelector('details');
    if (!details)
      return;
    details.open = true;
    details.querySelector('summary').focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  // Called while it is at work, it begins anew after: the network may be back since.
  async function send() {
    again = busy;
    if (busy)
      return;
    busy = true;
    try {
      do {
        again = false;
        await sendAll();
      } while (again);
    } finally {
      busy = false;
    }
  }

  async function sendAll() {
    for (let entry; (entry = load().find(one => !one.sent && !refused.has(one.id)));)
      if (!await deliver(entry))
        return;
    tell();
    await forgetSent();
  }

  // True when the next may go.
  async function deliver(entry) {
    let answer;
    try {
      answer = await fetch(entry.url, { method: 'POST', body: new URLSearchParams(entry.body), headers: { 'X-Queued': '1' }, redirect: 'manual' });
    } catch {
      tell();
      return false;
    }

    if (answer.ok || answer.status === 409 || answer.status === 422) {
      mark(entry.id, { sent: true });
      const note = (await answer.text()).trim();
      if (note)
        warn(entry, note);
      return true;
    }

    // Nothing is thrown away: whoever opens the link anew, or signs in, sends it.
    if (answer.status < 400 || answer.status >= 500 || answer.status === 429) {
      tell(answer.type === 'opaqueredirect' ? words.ended : undefined);
      return false;
    }

    // One that is wrong keeps none behind it from going.
    refused.add(entry.id);
    warn(entry, words.refused);
    return true;
  }

  function warn(entry, note) {
    const line = document.createElement('p');
    line.className = 'error';
    line.setAttribute('role', 'alert');
    line.textContent = (entry.name ? entry.name + ': ' : '') + note;
    bar.after(line);
  }

  // What was sent is shown from here until the pages that are kept show it themselves. Many pages are not fetched anew after every tap.
  async function forgetSent() {
    const sent = load().filter(entry => entry.sent).map(entry => entry.id);
    if (sent.length === 0 || isLong && Date.now() - keptAt < minute)
      return;
    if (!navigator.serviceWorker || !navigator.serviceWorker.controller || await keepPages())
      save(load().filter(entry => !sent.includes(entry.id)));
  }

  // A long list comes in pages: the first is there soon, and those behind it follow, so that everybody is found without network.
  async function keepPages(take = () => { }) {
    keptAt = Date.now();
    try {
      for (let address = location.href.split('#')[0]; address;) {
        const answer = await fetch(address, { headers: { 'X-Keep': '1' } });
        if (!answer.ok)
          return false;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        take(page);
        address = page.querySelector('[data-part]') && page.querySelector('a[rel=next]')?.href;
      }

      return true;
    } catch {
      return false;
    }
  }

  function take(page) {
    page.querySelectorAll('[data-part]').forEach(part => {
      const news = [...part.querySelectorAll('[data-item]')].filter(item => !document.getElementById(item.id));
      const parts = [...document.querySelectorAll('[data-part]')];
      const here = parts.find(one => one.dataset.part === part.dataset.part);
      subtract(news);
      if (here)
        here.append(...news);
      else
        parts.at(-1).closest('section').after(part.closest('section'));
    });
  }

  // They are no longer elsewhere.
  function subtract(items) {
    document.querySelectorAll('[data-total]').forEach(total => {
      total.dataset.elsewhere -= total.dataset.total === 'done' ? items.filter(item => item.dataset.state).length : items.reduce((sum, item) => sum + Number(item.dataset.people || 0), 0);
    });
  }

  async function takeAll() {
    if (!isLong || !await keepPages(take))
      return;
    document.querySelectorAll('nav.pages, [data-paged]').forEach(part => part.remove());
    load().forEach(show);
    count();
    document.dispatchEvent(new Event('taken'));
  }

  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-queue]');
    if (!form)
      return;
    event.preventDefault();
    const button = event.submitter || form.querySelector('button');
    const body = new FormData(form);
    if (button.name)
      body.set(button.name, button.value);
    const item = button.closest('[data-item]');
    // A form may hold a whole list, and say for all of its buttons what they show.
    form.querySelectorAll('[data-item]').forEach(one => one === item || one.querySelectorAll('input').forEach(input => body.delete(input.name)));
    const shows = 'undo' in button.dataset ? {} : { ...form.dataset, ...button.dataset };
    const number = shows.people && item && item.querySelector(`input[name^="${shows.people}"]`);
    const id = newId();
    body.set('id', id);
    body.set('at', Date.now());
    const entry = {
      id, url: button.hasAttribute('formaction') ? button.formAction : form.action, body: [...body].map(([name, value]) => [name, String(value)]),
      item: item ? item.id : 'new-' + id, adds: form.dataset.adds, name: form.dataset.name || body.get('name') || (item && item.querySelector('strong').textContent) || '',
      state: shows.state || '', says: shows.says || '', people: number ? number.value : body.get(shows.people) || shows.people || 0,
    };
    save([...load(), entry]);
    show(entry);
    goOn(item);
    if (form.dataset.adds)
      form.reset();
    count();
    tell();
    send();
  });

  load().forEach(show);
  count();
  tell();
  send();
  takeAll();
  addEventListener('online', send);
  setInterval(send, 10000);

  if (!navigator.serviceWorker)
    return;
  const keepAll = async () => {
    const parts = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(part => fetch(part.href || part.src));
    await Promise.all(parts);
    if (await keepPages())
      document.body.dataset.kept = 'true';
  };
  navigator.serviceWorker.register('/host-worker.js', { scope: location.pathname }).then(() => {
    if (navigator.serviceWorker.controller)
      keepAll().catch(() => { });
    else
      navigator.serviceWorker.addEventListener('controllerchange', () => keepAll().catch(() => { }), { once: true });
  });
})();

// At the door: the list shrinks while one types, and a code is read by the camera where the browser can. Without this script the search asks the server.
(() => {
  const search = document.querySelector('form[data-filter]');
  const field = search.querySelector('input[type=search]');
  const said = document.getElementById('scan-said');
  const items = () => [...document.querySelectorAll(search.dataset.filter)];
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const readable = text => text.toUpperCase().replace(/[- ]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

  async function fingerprint(code) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
    return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('').slice(0, 16);
  }

  async function find(code) {
    const known = /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) && crypto.subtle ? await fingerprint(code) : null;
    return known && items().find(item => item.dataset.code === known);
  }

  async function filter() {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const coded = await find(readable(field.value));
    items().forEach(item => {
      const name = plain(item.querySelector('strong').textContent);
      item.hidden = item !== coded && !words.every(word => name.includes(word));
    });
  }

  field.addEventListener('input', filter);
  document.addEventListener('taken', () => {
    // Those who are still to come are first.
    items().filter(item => item.dataset.state).forEach(item => item.parentElement.append(item));
    filter();
  });
  search.addEventListener('submit', event => {
    // Whoever is on this page is found without the network.
    if (field.value && items().some(item => !item.hidden))
      event.preventDefault();
  });

  const start = search.querySelector('[data-scan]');
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices)
    return;
  const scanner = document.getElementById('scanner');
  const video = scanner.querySelector('video');
  let stream;
  start.hidden = false;

  function stop() {
    stream?.getTracks().forEach(track => track.stop());
    stream = undefined;
    scanner.hidden = true;
  }

  async function look(detector) {
    while (stream) {
      const [found] = await detector.detect(video).catch(() => []);
      if (found) {
        await show(readable(found.rawValue.split('/').pop().split('?')[0]));
        return;
      }

      await new Promise(requestAnimationFrame);
    }
  }

  async function show(code) {
    stop();
    const item = await find(code);
    field.value = item ? '' : code;
    await filter();
    said.textContent = item ? '' : said.dataset.unknown;
    if (!item)
      return;
    item.scrollIntoView({ block: 'center' });
    item.querySelector('button:not([hidden])')?.focus();
  }

  start.addEventListener('click', async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      said.textContent = said.dataset.camera;
      return;
    }

    said.textContent = '';
    scanner.hidden = false;
    video.srcObject = stream;
    await video.play();
    look(new BarcodeDetector({ formats: ['qr_code'] }));
  });
  scanner.querySelector('[data-stop]').addEventListener('click', stop);
})();

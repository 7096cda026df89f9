// In a real browser: Debian's chromium, or what CHROMIUM names.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.html': 'text/html' };
const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">
import * as ort from '/ort/ort.wasm.min.mjs';
import { compare } from '/main.mjs';
ort.env.wasm.wasmPaths = '/ort/';
compare(ort).then(text => globalThis.done = text, error => globalThis.done = 'failed: ' + error.stack);
</script>`;

const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    try {
        const file = path.startsWith('/ort/') ? join(here, 'node_modules/onnxruntime-web/dist', path.slice(5)) : join(here, 'bin/web/wwwroot', path);
        const body = path === '/' ? page : await readFile(file);
        response.writeHead(200, { 'Content-Type': path === '/' ? 'text/html' : types[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
        response.writeHead(404).end();
    }
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const tab = await browser.newPage();
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
const done = await tab.waitForFunction(() => globalThis.done, undefined, { timeout: 120_000 });
console.log(await done.jsonValue());
await browser.close();
server.close();

// Under Node, without a browser.
import * as ort from 'onnxruntime-web';
import { compare } from './bin/web/wwwroot/main.mjs';

console.log(await compare(ort));
process.exit(0);

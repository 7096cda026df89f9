// The browser itself reads the digit.
import { dotnet } from './_framework/dotnet.js';

const { getAssemblyExports, getConfig } = await dotnet.withDiagnosticTracing(false).create();
const { Reader } = (await getAssemblyExports(getConfig().mainAssemblyName)).DrawADigit;
const classes = 10, pixelCount = 64;

export const where = 'this browser';

export async function predict(pixels) {
    const values = Reader.Read(pixels), probabilities = values.slice(0, classes), seen = [];
    for (let at = classes; at < values.length; at += pixelCount)
        seen.push(values.slice(at, at + pixelCount));
    return { digit: probabilities.indexOf(Math.max(...probabilities)), probabilities, seen };
}

// The service reads the digit.
export const where = 'the service';

export async function predict(pixels) {
    const answer = await fetch('predict', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(pixels) });
    if (!answer.ok)
        throw new Error(await answer.text());
    return answer.json();
}

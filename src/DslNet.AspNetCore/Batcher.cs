using System.Numerics;

namespace DslNet.AspNetCore;

/// <summary>
/// Computes requests that wait at the same time as one batch. Nobody waits for a batch to fill: the first computes at once, and those that arrive meanwhile are the next batch.
/// </summary>
internal sealed class Batcher<TNetwork>(Func<TNetwork> current, int maxBatch) where TNetwork : class, INetwork<TNetwork>
{
    private readonly Lock _lock = new();
    private readonly Queue<Request> _waiting = [];
    private float[] _inputs = [];
    private float[] _outputs = [];
    private bool _isRunning;

    public Task PredictAsync(ReadOnlyMemory<float> input, Memory<float> output)
    {
        var request = new Request(input, output);
        lock (_lock)
        {
            _waiting.Enqueue(request);
            if (_isRunning)
                return request.Done.Task;
            _isRunning = true;
        }

        RunOne();
        return request.Done.Task;
    }

    // One batch, with which the caller's own request is done. The next is another thread's, so that nobody computes for others for ever.
    private void RunOne()
    {
        List<Request> batch = Take();
        try
        {
            Compute(current(), batch);
            batch.ForEach(request => request.Done.SetResult());
        }
#pragma warning disable CA1031 // It is thrown where each request is awaited.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            batch.ForEach(request => request.Done.TrySetException(exception));
        }

        if (GoesOn())
            ThreadPool.UnsafeQueueUserWorkItem(static batcher => batcher.RunOne(), this, preferLocal: false);
    }

    private List<Request> Take()
    {
        List<Request> batch = [];
        lock (_lock)
        {
            while (batch.Count < maxBatch && _waiting.TryDequeue(out Request? request))
                batch.Add(request);
        }

        return batch;
    }

    private bool GoesOn()
    {
        lock (_lock)
            return _isRunning = _waiting.Count > 0;
    }

    private void Compute(TNetwork network, List<Request> batch)
    {
        int inputLength = network.Description.InputLength, outputLength = network.Description.OutputLength;
        if (_inputs.Length < batch.Count * inputLength || _outputs.Length < batch.Count * outputLength)
        {
            // Batches are as large as many requests come at once, which may be far fewer than the most.
            int samples = (int)Math.Min(maxBatch, BitOperations.RoundUpToPowerOf2((uint)batch.Count));
            (_inputs, _outputs) = (new float[samples * inputLength], new float[samples * outputLength]);
        }

        for (int i = 0; i < batch.Count; i++)
            batch[i].Input.Span.CopyTo(_inputs.AsSpan(i * inputLength));
        network.Predict(_inputs.AsSpan(0, batch.Count * inputLength), _outputs.AsSpan(0, batch.Count * outputLength));
        for (int i = 0; i < batch.Count; i++)
            _outputs.AsSpan(i * outputLength, outputLength).CopyTo(batch[i].Output.Span);
        NetworkMetrics.Predicted(network, batch.Count);
    }

    private sealed record Request(ReadOnlyMemory<float> Input, Memory<float> Output)
    {
        // Whoever waits goes on elsewhere, not on the thread that computes batches.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

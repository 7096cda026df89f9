using DslNet;

namespace Fortunes;

/// <summary>Learns from pieces of a text that begin anywhere in it.</summary>
/// <param name="network">What learns.</param>
/// <param name="text">From what.</param>
/// <param name="seed">Draws the pieces.</param>
internal sealed class Learning(Gpt network, Text text, int seed)
{
    /// <summary>The characters of a piece, and how many pieces a step has.</summary>
    public const int Frames = 256, Pieces = 16;

    private readonly AdamW _optimizer = new() { LearningRate = 1e-3f, WeightDecay = 0.1f };
    private readonly Random _random = new(seed);
    private readonly int[] _tokens = new int[Pieces * Frames], _next = new int[Pieces * Frames];

    /// <summary>One step, of all that will be done.</summary>
    /// <returns>The loss before it.</returns>
    public float Step(int step, int steps)
    {
        // Warm up, then go down as a cosine does: to a tenth.
        const int warming = 100;
        float progress = (float)step / steps;
        _optimizer.LearningRate = 1e-3f * MathF.Min(1, (step + 1f) / warming) * (0.55f + 0.45f * MathF.Cos(MathF.PI * progress));
        Draw(text.Train);
        return _optimizer.Step(network, _tokens, _next, Frames);
    }

    /// <summary>The mean loss over the text that was kept back.</summary>
    public float Test()
    {
        int pieces = Math.Min((text.Test.Length - 1) / Frames, 64);
        return network.ComputeLoss(text.Test[..(pieces * Frames)], text.Test.Slice(1, pieces * Frames), Frames);
    }

    private void Draw(ReadOnlySpan<int> tokens)
    {
        for (int piece = 0; piece < Pieces; piece++)
        {
            int start = _random.Next(tokens.Length - Frames);
            tokens.Slice(start, Frames).CopyTo(_tokens.AsSpan(piece * Frames));
            tokens.Slice(start + 1, Frames).CopyTo(_next.AsSpan(piece * Frames));
        }
    }
}

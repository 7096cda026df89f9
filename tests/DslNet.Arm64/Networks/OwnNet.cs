namespace DslNet.SameBits;

/// <summary>Functions of the class itself, a gate made of slices, and a block whose weights are used twice.</summary>
[Network]
[Input(12)]
[Dense(18), LayerNorm, Activation(nameof(Snake)), Repeat<OwnNet.Step>(2, Shared = true)]
[Reshape(2, 3, 3), Conv2D(4, 2), Flatten, Dense(14, Name = "Both"), Slice(0, 7), Sigmoid(Name = "Gate")]
[Slice(7, 7, From = "Both"), Multiply("Gate"), Dense(4)]
[Loss(nameof(Charbonnier))]
internal sealed partial class OwnNet
{
    private static float Snake(float x) => x + MathF.Sin(x) * MathF.Sin(x);

    private static float Charbonnier(float y, float target) => MathF.Sqrt((y - target) * (y - target) + 0.01f) - MathF.Exp(-y * y) * 0.125f;

    /// <summary>What is done twice.</summary>
    [Block, Dense(18), Softsign]
    internal sealed class Step;
}

namespace DslNet.Generators.Tests.Oracle.Layers;

internal sealed class LayerNorm(float epsilon = 1e-5f, bool affine = true, bool bias = true, bool perPosition = false)
    : Normalization(isCentred: true, epsilon, 1e-5f, affine, perPosition, bias)
{
    public override string Kind => "LayerNorm";

    public override IEnumerable<string> Arguments => HasBias ? base.Arguments : base.Arguments.Append("Bias = false");
}

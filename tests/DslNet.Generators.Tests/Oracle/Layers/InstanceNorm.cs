namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Each channel at all places.</summary>
internal sealed class InstanceNorm(float epsilon = 1e-5f, bool affine = false)
    : Normalization(isCentred: true, epsilon, 1e-5f, affine, perPosition: false, hasBias: true)
{
    public override string Kind => "InstanceNorm";

    public override IEnumerable<string> Arguments => [.. base.Arguments.Where(argument => argument != "Affine = false"), .. IsAffine ? ["Affine = true"] : Array.Empty<string>()];

    protected override int[] WeightShape => [Input.Channels];

    protected override IEnumerable<int[]> Rows() => Enumerable.Range(0, Input.Length).Chunk(Input.Places);

    protected override int ParameterOf(int index) => index / Input.Places;
}

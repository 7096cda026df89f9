using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Groups of neighbouring channels, each at all places.</summary>
internal sealed class GroupNorm(int groups, float epsilon = 1e-5f, bool affine = true)
    : Normalization(isCentred: true, epsilon, 1e-5f, affine, perPosition: false, hasBias: true)
{
    public override string Kind => "GroupNorm";

    public override IEnumerable<string> Arguments => base.Arguments.Prepend(groups.ToString(CultureInfo.InvariantCulture));

    protected override int[] WeightShape => [Input.Channels];

    protected override IEnumerable<int[]> Rows() => Enumerable.Range(0, Input.Length).Chunk(Input.Length / groups);

    protected override int ParameterOf(int index) => index / Input.Places;
}

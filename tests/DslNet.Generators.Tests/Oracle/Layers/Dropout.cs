using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Dropout as it is in evaluation; what it does in training has tests of its own.</summary>
internal sealed class Dropout(double probability) : Identity
{
    public override string Kind => "Dropout";

    public override IEnumerable<string> Arguments => [probability.ToString(CultureInfo.InvariantCulture)];

    protected override Extent Infer() => Input;
}

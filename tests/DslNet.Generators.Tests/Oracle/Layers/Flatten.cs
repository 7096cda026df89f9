namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A signal or an image as a vector, channel by channel and row by row: samples are kept so anyway.</summary>
internal sealed class Flatten : Identity
{
    public override string Kind => "Flatten";

    protected override Extent Infer() => Extent.Vector(Input.Length);
}

using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>Stores a value as it is.</summary>
internal sealed class PlainStore(Operand destination) : Epilogue
{
    public override Operand Destination => destination;

    protected override string Finish(SourceWriter writer, Target target, string value, string offset) => value;
}

using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>Stores a value as it is.</summary>
internal sealed class PlainStore(Operand destination) : Epilogue
{
    public override Operand Destination => destination;

    protected override string Finish(SourceWriter writer, Target target, string value, string offset) => value;
}

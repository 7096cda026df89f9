using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>Stores a value as it is.</summary>
internal sealed class PlainStore(Operand destination) : Epilogue
{
    public override Operand Destination => destination;

    protected override string Store(Target target, string value, Func<Operand, string> memory, string offset) =>
        target.Store(value, memory(destination), offset);
}

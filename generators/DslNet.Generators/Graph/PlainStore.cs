using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>Stores a value as it is.</summary>
internal sealed class PlainStore(Operand destination) : Epilogue
{
    public override Operand Destination => destination;

    protected override string Store(Target target, IReadOnlyList<string> values, Func<Operand, string> memory, string offset) =>
        target.Store(StoreMethod.Plain, values, "", memory(destination), offset);
}

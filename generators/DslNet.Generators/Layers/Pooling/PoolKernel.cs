using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>One sample through a pooling.</summary>
/// <param name="name">The kernel's name.</param>
/// <param name="summary">For the comment.</param>
/// <param name="operands">What it reads and writes.</param>
/// <param name="body">Writes the statements.</param>
internal sealed class PoolKernel(string name, string summary, IReadOnlyList<Operand> operands, Action<SourceWriter, Target> body) : Operation
{
    public override string Name => name;

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands => operands;

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, summary, Declaration))
            body(writer, target);
    }
}

using DslNet.CompilerServices;
using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Slice;

internal sealed partial record SliceLayer : IWorksOnMembers
{
    public bool WorksOnMembers(IReadOnlyList<Shape> inputs) => true;

    public void LowerMembers(MemberContext context)
    {
        (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
            $"y = x{context.FinishPhrase}", Length, [new("x", context.Input(), Start * MemberLanes.Count)], context.Finished(new Expr.Input(0)), new("y", context.Output));
        context.Add("Forward", kernel, operands);
    }
}

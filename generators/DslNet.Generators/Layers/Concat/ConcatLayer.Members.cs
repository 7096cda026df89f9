using DslNet.CompilerServices;
using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Concat;

internal sealed partial record ConcatLayer : IWorksOnMembers
{
    public bool WorksOnMembers(IReadOnlyList<Shape> inputs) => true;

    public void LowerMembers(MemberContext context)
    {
        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            int length = context.LengthOf(i);
            (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
                $"y = x{context.FinishPhrase}", length, [new("x", context.Input(i))], context.Finished(new Expr.Input(0)), new("y", context.Output, first * MemberLanes.Count));
            context.Add($"Forward{i}", kernel, operands);
            first += length;
        }
    }
}

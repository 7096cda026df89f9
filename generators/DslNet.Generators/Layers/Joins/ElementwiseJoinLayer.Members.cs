using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Joins;

internal sealed partial record ElementwiseJoinLayer : IWorksOnMembers
{
    public bool WorksOnMembers(IReadOnlyList<Shape> inputs) => true;

    public void LowerMembers(MemberContext context)
    {
        Operand[] inputs = [.. Enumerable.Range(0, context.InputCount).Select(i => new Operand($"x{i}", context.Input(i)))];
        (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
            $"y = {string.Join($" {Join.Sign} ", inputs.Select(input => input.Name))}{context.FinishPhrase}", context.Length, inputs, context.Finished(Join.Value(inputs.Length)),
            new("y", context.Output));
        context.Add("Forward", kernel, operands);
    }
}

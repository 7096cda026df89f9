using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Activations;

internal abstract partial record FunctionLayer : IWorksOnMembers
{
    public bool WorksOnMembers(IReadOnlyList<Shape> inputs) => true;

    public void LowerMembers(MemberContext context)
    {
        (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
            $"y = {Kind}(x){context.FinishPhrase}", context.Length, [new("x", context.Input())], context.Finished(Elementwise.Value), new("y", context.Output));
        context.Add("Forward", kernel, operands);
    }
}

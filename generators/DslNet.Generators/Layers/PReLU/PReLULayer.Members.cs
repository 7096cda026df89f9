using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.PReLU;

internal sealed partial record PReLULayer : IWorksOnMembers
{
    public bool WorksOnMembers(IReadOnlyList<Shape> inputs) => true;

    public void LowerMembers(MemberContext context)
    {
        (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
            "y = x where x > 0, else w·x", context.Length, [new("x", context.Input()), context.Parameter("weight", "w")], context.Finished(PReLUForward.Value),
            new("y", context.Output), single: PerChannel ? -1 : 1);
        context.Add("Forward", kernel, operands);
    }
}

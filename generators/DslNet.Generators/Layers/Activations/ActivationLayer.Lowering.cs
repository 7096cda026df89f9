using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Activations;

/// <summary>The kernels of an activation where it is not fused with the layer before it.</summary>
internal sealed partial record ActivationLayer
{
    public override Elementwise Elementwise => Activations.Get(Kind).Of(Arguments);

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput();
        Tensor output = context.NewOutput();
        context.Add(ElementwiseKernel.Of(
            context.Name + "Forward", $"y = {Kind}(x)", output, [new("x", input.Buffer)],
            Elementwise.Value, Sink.Store(new("y", output.Buffer))));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Operand saved = Elementwise.FromOutput ? new("y", context.Output.Buffer) : new("x", context.ChannelsLastInput().Buffer);
        context.Add(Role.InputGradient, ElementwiseKernel.Of(
            context.Name + "Backward", $"∂x = ∂y · {Kind}′", context.Output, [new("dy", context.OutputGradient.Buffer), saved],
            Elementwise.Gradient, context.InputGradient("dx")));
    }
}

using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Activations;

/// <summary>A function of each value, that leaves the shape as it is: with the kernels it has where it is not fused with the layer before it.</summary>
internal abstract partial record FunctionLayer : LayerSpec, IWorksOnLanes
{
    public abstract override Elementwise Elementwise { get; }

    public override bool IsActivation => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;

    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => true;

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue output = context.NewOutput();
        (Kernel kernel, IReadOnlyList<Operand> operands) = LaneElementwise.Of(
            $"y = {Kind}(x){context.FinishPhrase}", [("x", context.Input())], context.Finished(Elementwise.Value), ("y", output));
        context.Add("Forward", kernel, operands);
        return output;
    }

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

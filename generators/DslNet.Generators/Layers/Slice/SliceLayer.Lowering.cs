using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Concat;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Slice;

internal sealed partial record SliceLayer : IWorksOnLanes
{
    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => inputs[0].SpatialRank == 0;

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue part = context.Input().Slice(Start, Length);

        // Channels are rows, and some of them a value where they are; later frames read a value's own memory.
        if (context.StoresAsIs && !context.IsKept)
            return part;
        LaneValue output = context.NewOutput();
        (Kernel kernel, IReadOnlyList<Operand> operands) = LaneElementwise.Of($"y = x{context.FinishPhrase}", [("x", part)], context.Finished(new Expr.Input(0)), ("y", output));
        context.Add("Forward", kernel, operands);
        return output;
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        ChannelCopy copy = new(
            output.Layout.Positions, input.Layout.PositionStep, Start, output.Layout.PositionStep, 0, Length,
            output.Layout.PositionStride - Length, Accumulate: false);
        context.Add("Forward", copy, [new("source", input.Buffer), new("destination", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;

        // The other channels have no part in the output: their gradient is zero, or what other readers made it.
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        Tensor source = context.OutputGradient;
        ChannelCopy copy = new(
            source.Layout.Positions, source.Layout.PositionStep, 0, gradient.Layout.PositionStep, Start, Length,
            accumulate ? 0 : gradient.Layout.PositionStride - Start - Length, accumulate, ZeroHead: accumulate ? 0 : Start);
        context.Add(Role.InputGradient, "Backward", copy, [new("source", source.Buffer), new("destination", gradient.Buffer)]);
    }
}

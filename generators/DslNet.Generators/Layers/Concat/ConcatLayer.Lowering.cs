using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Concat;

internal sealed partial record ConcatLayer : IWorksOnLanes
{
    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => inputs.All(input => input.SpatialRank == 0);

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue output = context.NewOutput();
        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            LaneValue input = context.Input(i);
            (Kernel kernel, IReadOnlyList<Operand> operands) = LaneElementwise.Of(
                $"y = x{context.FinishPhrase}", [("x", input)], context.Finished(new Expr.Input(0)), ("y", output.Slice(first, input.Channels)));
            context.Add($"Forward{i}", kernel, operands);
            first += input.Channels;
        }

        return output;
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        if (Axis != ConcatAxis.Channels)
        {
            LowerRuns(context, output);
            return output;
        }

        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            Tensor input = context.ChannelsLastInput(i);
            int channels = input.Layout.Channels;
            int tail = i == context.InputCount - 1 ? output.Layout.PositionStride - output.Layout.Channels : 0;
            ChannelCopy copy = new(input.Layout.Positions, input.Layout.PositionStep, 0, output.Layout.PositionStep, first, channels, tail, Accumulate: false);
            context.Add($"Forward{i}", copy, [new("source", input.Buffer), new("destination", output.Buffer)]);
            first += channels;
        }

        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (Axis != ConcatAxis.Channels)
        {
            LowerRunsBackward(context);
            return;
        }

        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            int channels = context.ChannelsLastInput(i).Layout.Channels;
            if (context.NeedsInputGradient(i))
            {
                (Tensor gradient, bool accumulate) = context.InputGradientMemory(i);
                int tail = accumulate ? 0 : gradient.Layout.PositionStride - channels;
                Tensor source = context.OutputGradient;
                ChannelCopy copy = new(
                    source.Layout.Positions, source.Layout.PositionStep, first, gradient.Layout.PositionStep, 0, channels, tail, accumulate);
                context.Add(Role.InputGradient, $"Backward{i}", copy, [new("source", source.Buffer), new("destination", gradient.Buffer)]);
            }

            first += channels;
        }
    }
}

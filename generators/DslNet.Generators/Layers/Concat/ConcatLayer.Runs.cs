using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Concat;

/// <summary>Along rows and columns: positions are stored with all their channels, so that an input is a run in the output, or one in each row.</summary>
internal sealed partial record ConcatLayer
{
    private void LowerRuns(ForwardContext context, Tensor output)
    {
        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            Tensor input = context.ChannelsLastInput(i);
            (int runs, int length, int step) = Runs(input, output);
            context.Add($"Forward{i}", RunCopy.Of(runs, length, (0, length), (first, step), accumulate: false), [new("source", input.Buffer), new("destination", output.Buffer)]);
            first += length;
        }
    }

    private void LowerRunsBackward(BackwardContext context)
    {
        Tensor output = context.OutputGradient;
        int first = 0;
        for (int i = 0; i < context.InputCount; i++)
        {
            (int runs, int length, int step) = Runs(context.ChannelsLastInput(i), output);
            if (context.NeedsInputGradient(i))
            {
                (Tensor gradient, bool accumulate) = context.InputGradientMemory(i);
                context.Add(
                    Role.InputGradient, $"Backward{i}", RunCopy.Of(runs, length, (first, step), (0, length), accumulate),
                    [new("source", output.Buffer), new("destination", gradient.Buffer)]);
            }

            first += length;
        }
    }

    /// <summary>The runs of an input, the floats of each, and from one to the next in the output.</summary>
    private (int Runs, int Length, int Step) Runs(Tensor input, Tensor output)
    {
        int runs = Axis == ConcatAxis.Width ? input.Shape.Positions / input.Shape.RowLength : 1;
        return (runs, input.Shape.Positions / runs * input.Layout.PositionStride, runs == 1 ? 0 : output.Shape.RowLength * output.Layout.PositionStride);
    }
}

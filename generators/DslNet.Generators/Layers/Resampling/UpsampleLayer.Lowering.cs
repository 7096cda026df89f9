using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Resampling;

internal sealed partial record UpsampleLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        Operand x = new("x", input.Buffer), y = new("y", output.Buffer);
        IReadOnlyList<LinearScale> passes = Passes(input);
        if (passes.Count == 0)
        {
            context.Add("Forward", new NearestForward(Windows(input, output)), [x, y]);
            return output;
        }

        // Rows first: they are long runs, and fewer than the columns that follow.
        if (passes.Count == 1)
        {
            context.Add("Forward", new LinearForward(passes[0]), [x, y]);
            return output;
        }

        Buffer rows = RowsOf(context.Name, "Rows", passes[0]);
        context.Add("ForwardRows", new LinearForward(passes[0]), [x, new("y", rows)]);
        context.Add("Forward", new LinearForward(passes[1]), [new("x", rows), y]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.ChannelsLastInput();
        Operand dy = new("dy", context.OutputGradient.Buffer);
        Sink sink = context.InputGradient("dx");
        IReadOnlyList<LinearScale> passes = Passes(input);
        if (passes.Count == 0)
        {
            context.Add(Role.InputGradient, "Backward", new NearestBackward(Windows(input, context.Output), sink.Epilogue), [dy, .. sink.Operands]);
            return;
        }

        if (passes.Count == 2)
        {
            Sink rows = Sink.Store(new("dx", RowsOf(context.Name, "RowGradients", passes[0])));
            context.Add(Role.InputGradient, "BackwardColumns", new LinearBackward(passes[1], rows.Epilogue), [dy, .. rows.Operands]);
            dy = new("dy", rows.Destination.Buffer);
        }

        context.Add(Role.InputGradient, "Backward", new LinearBackward(passes[0], sink.Epilogue), [dy, .. sink.Operands]);
    }

    /// <summary>Of a linear interpolation, each axis that grows, the rows first; none of what repeats values.</summary>
    private IReadOnlyList<LinearScale> Passes(Tensor input)
    {
        int columns = input.Shape.RowLength, rows = input.Shape.Positions / columns, channels = input.Layout.PositionStride;
        int scaleRows = input.Shape.SpatialRank == 1 ? 1 : ScaleHeight;
        LinearScale[] all = [new(1, rows, columns * channels, scaleRows), new(rows * scaleRows, columns, channels, ScaleWidth)];
        return Mode == UpsampleMode.Nearest ? [] : [.. all.Where(axis => axis.Scale > 1)];
    }

    private static Buffer RowsOf(string layer, string name, LinearScale pass) =>
        Buffer.OfSample(ParameterTable.FileName(layer) + name, pass.Outer * pass.Outputs * pass.Inner);

    /// <summary>Each value of the input is what one window of the output shows.</summary>
    private PoolWindows Windows(Tensor input, Tensor output)
    {
        int columns = input.Shape.RowLength, rows = input.Shape.Positions / columns;
        return new(Axis(rows, input.Shape.SpatialRank == 1 ? 1 : ScaleHeight), Axis(columns, ScaleWidth), output.Layout, input.Layout);

        static ForwardAxis Axis(int inputs, int scale) => new(inputs, inputs * scale, scale, scale, 0);
    }
}

using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Lanes;

/// <summary>
/// y[o, t] = b[o] + Σ x[c, t + tap·step]·w[tap, c, o] of a block of frames, vectorised over the frames. Each weight is broadcast, and multiplied by some vectors of frames. A sum has the order that
/// it has for a single frame: tap after tap, each with its channels.
/// </summary>
/// <param name="Formula">For comments, what it computes.</param>
/// <param name="Taps">Frames that an output is computed from.</param>
/// <param name="TapStep">Frames from one to the next.</param>
/// <param name="Channels">Values of a frame of x.</param>
/// <param name="InputRow">From one channel of x to the next.</param>
/// <param name="Outputs">Values of a frame of y.</param>
/// <param name="PaddedOutputs">The same with those that fill the last panel: how far apart the weights of channels are.</param>
/// <param name="HasBias">Whether there is one.</param>
/// <param name="Sink">What becomes of y.</param>
internal sealed record LaneProduct(
    Comment Formula, int Taps, int TapStep, int Channels, int InputRow, int Outputs, int PaddedOutputs, bool HasBias, LaneSink Sink) : Kernel
{
    // So many that a broadcast weight serves several products, and so few that they divide every row.
    private const int Vectors = 2;

    private static readonly KernelParameter s_input = new("x"), s_weights = new("w"), s_bias = new("b");

    public override bool IsOfBlock => true;

    protected override bool GainsFrom(Target target) => !target.GainsByRegisters && Sink.Value.FitsSixteenLanes;

    public override IReadOnlyList<KernelParameter> Parameters => [s_input, s_weights, .. HasBias ? [s_bias] : Array.Empty<KernelParameter>(), .. Sink.Parameters];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int most = Math.Max(1, target.Accumulators / Vectors), tiles = (Outputs + most - 1) / most, height = (Outputs + tiles - 1) / tiles;
        using (Method(writer, name, $"{Formula}{Sink.Phrase}: {NumberText.Counted(Outputs, "output")}, frames in the lanes, tiles of {NumberText.Counted(height, "output")} by {Vectors * target.Lanes} frames."))
        {
            for (int first = 0; first < Outputs; first += height)
                WriteTiles(writer, target, first, Math.Min(height, Outputs - first));
        }
    }

    private void WriteTiles(SourceWriter writer, Target target, int first, int height)
    {
        using (writer.Loop("t", "0", "count", Vectors * target.Lanes))
        {
            RegisterTile sums = RegisterTile.Of(writer, target, height, Sink.Row, Vectors);
            if (HasBias)
                sums.Start((row, v) => v == 0 ? target.Broadcast(s_bias.Name, Literal.Of(first + row)) : sums.Name(row, 0));
            else
                sums.StartWithZero();
            string x = Offset.Declare(writer, "frames", s_input.Name, "t"), w = Offset.Declare(writer, "weights", s_weights.Name, Literal.Of(first));
            bool isUnrolled = Channels * sums.Count <= UnrollBudget.StraightLine * 2;
            using (Walk taps = Walk.Over(writer, "tap", "0", Literal.Of(Taps), 1, new("tapFrames", x, TapStep), new("tapWeights", w, Channels * PaddedOutputs)))
            {
                if (isUnrolled)
                {
                    for (int channel = 0; channel < Channels; channel++)
                        WriteTerm(writer, target, sums, taps[0], channel * InputRow, taps[1], channel * PaddedOutputs);
                }
                else
                {
                    using Walk channels = Walk.Over(writer, "channel", "0", Literal.Of(Channels), 1, new("channelFrames", taps[0], InputRow), new("channelWeights", taps[1], PaddedOutputs));
                    WriteTerm(writer, target, sums, channels[0], 0, channels[1], 0);
                }
            }

            WriteStores(writer, target, sums, first);
        }
    }

    private void WriteStores(SourceWriter writer, Target target, RegisterTile sums, int first)
    {
        ExprWriter expressions = new(writer, target);
        for (int row = 0; row < sums.Rows; row++)
        {
            for (int v = 0; v < Vectors; v++)
            {
                string[] inputs = [sums.Name(row, v), .. Sink.Reads.Select((read, i) => target.Load(read.Name, At(Sink.ReadRows[i])))];
                using (ExprWriter.NeedsVariables(Sink.Value, inputs) ? writer.Block() : null)
                    writer.Line(target.Store(expressions.Write(Sink.Value, inputs), Sink.Destination.Name, At(Sink.Row)));

                string At(int distance) => Offset.Sum("t", Literal.Of((first + row) * distance + v * target.Lanes));
            }
        }
    }

    private static void WriteTerm(SourceWriter writer, Target target, RegisterTile sums, string frames, int frame, string weights, int weight)
    {
        using (writer.Block())
        {
            sums.Accumulate(
                new(weights, [.. Enumerable.Range(0, sums.Rows).Select(row => (row, weight + row))], ShareLoads: false),
                new("x", frames, RegisterTile.Neighbours(target, Vectors, frame)));
        }
    }
}

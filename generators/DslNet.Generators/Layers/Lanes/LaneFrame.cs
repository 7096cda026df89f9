using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Lanes;

/// <summary>
/// y[o] = b[o] + Σ x[c, tap·step]·w[tap, c, o] of one frame, vectorised over the outputs, where what is kept of x has frames in the lanes: the same sums in the same order as
/// <see cref="LaneProduct"/>. The newest frame comes last, so that the others are summed while it is waited for.
/// </summary>
/// <param name="Formula">For comments, what it computes.</param>
/// <param name="Taps">Frames that an output is computed from.</param>
/// <param name="TapStep">Frames from one to the next.</param>
/// <param name="Channels">Values of a frame of x.</param>
/// <param name="InputRow">From one channel of what is kept of x to the next.</param>
/// <param name="PaddedOutputs">Values of y, with those that fill the last panel.</param>
/// <param name="HasBias">Whether there is one.</param>
/// <param name="Epilogue">What becomes of y.</param>
internal sealed record LaneFrame(
    Comment Formula, int Taps, int TapStep, int Channels, int InputRow, int PaddedOutputs, bool HasBias, Epilogue Epilogue) : Kernel
{
    private static readonly KernelParameter s_kept = new("kept"), s_input = new("x"), s_weights = new("w"), s_bias = new("b");

    public override IReadOnlyList<KernelParameter> Parameters => [s_kept, s_input, s_weights, .. HasBias ? [s_bias] : Array.Empty<KernelParameter>(), .. Epilogue.Parameters];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        RegisterTile sums = RegisterTile.Of(writer, target, 1, 0, PaddedOutputs / target.Lanes);
        using (Method(writer, name, $"{Formula}{Epilogue.Phrase}: one frame.", single: true))
        {
            if (HasBias)
                sums.Start(v => target.Load(s_bias.Name, Literal.Of(v * target.Lanes)));
            else
                sums.StartWithZero();
            using (Walk taps = Walk.Over(writer, "tap", "0", Literal.Of(Taps - 1), 1, new("tapFrame", s_kept.Name, TapStep), new("tapWeights", s_weights.Name, Channels * PaddedOutputs)))
                WriteTap(writer, target, sums, taps[0], InputRow, taps[1], 0);
            using (writer.Block())
                WriteTap(writer, target, sums, s_input.Name, 1, s_weights.Name, (Taps - 1) * Channels * PaddedOutputs);
            Epilogue.WriteStores(sums, "0");
        }
    }

    private void WriteTap(SourceWriter writer, Target target, RegisterTile sums, string frame, int row, string weights, int first)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            using (writer.Block())
            {
                writer.Line($"Float__ x0 = {target.Factor(frame, Literal.Of(channel * row))};");
                int weight = first + channel * PaddedOutputs;
                sums.AccumulateScaled("x0", weights, Enumerable.Range(0, sums.Vectors).Select(v => (0, v, weight + v * target.Lanes)));
            }
        }
    }
}

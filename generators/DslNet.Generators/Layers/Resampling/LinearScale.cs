using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Resampling;

/// <summary>
/// Linear interpolation along one axis of [outer, inputs, inner] with centres of values half a step from the ends: output o is at
/// (o + ½) / scale − ½ among the inputs, and beyond the first and the last what these are. Between each two inputs are as many outputs as the
/// scale, at the same shares of the way.
/// </summary>
/// <param name="Outer">How often the axis is there.</param>
/// <param name="Inputs">Its length.</param>
/// <param name="Inner">Floats of each of its positions.</param>
/// <param name="Scale">How many times as long it becomes.</param>
internal sealed record LinearScale(int Outer, int Inputs, int Inner, int Scale)
{
    // As many are written out.
    private const int MostUnrolled = 16;

    /// <summary>The length of what becomes of it.</summary>
    public int Outputs => Inputs * Scale;

    /// <summary>Outputs before an input's place that are between it and the input before, or behind the last input.</summary>
    public int Before => Scale - Scale / 2;

    /// <summary>Outputs before the first input's place.</summary>
    public int First => Scale / 2;

    // The shares are (2·step + this) / (2·scale).
    private int Parity => 1 - Scale % 2;

    /// <summary>Writes something for each of the outputs between two inputs: written out, or as a loop.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="write">Given the output's offset from the first of them, and vectors of the weights of the earlier and of the later input.</param>
    public void Write(SourceWriter writer, Target target, Action<string, string, string> write)
    {
        if (Scale <= MostUnrolled)
        {
            for (int step = 0; step < Scale; step++)
            {
                int share = 2 * step + Parity;
                write(Literal.Of(step * Inner), target.Constant((float)(2 * Scale - share) / (2 * Scale)), target.Constant((float)share / (2 * Scale)));
            }

            return;
        }

        using (writer.Loop("step", "0", Literal.Of(Scale)))
        {
            string divisor = Literal.Of(2f * Scale);
            write(
                Offset.Times("step", Inner), $"Lanes__.Fill(({2 * Scale - Parity} - 2 * step) / {divisor})", $"Lanes__.Fill(({Offset.Of("2 * step", Parity)}) / {divisor})");
        }
    }

    /// <summary>The same for outputs beyond the first or the last input, whose weights are one.</summary>
    public void WriteBeyond(SourceWriter writer, int count, Action<string> write)
    {
        if (count <= MostUnrolled)
        {
            for (int step = 0; step < count; step++)
                write(Literal.Of(step * Inner));
            return;
        }

        using (writer.Loop("step", "0", Literal.Of(count)))
            write(Offset.Times("step", Inner));
    }
}

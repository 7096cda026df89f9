using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// The fused optimiser step of a weight gradient whose sums are complete: while a tile is accumulated, the parameters of the tile before are updated.
/// Their roots and divisions take long, but leave most of the multipliers to the accumulators, which would otherwise wait for them. Between tiles
/// the processor could not overlap them: it does not see far enough ahead.
/// </summary>
internal sealed class FusedUpdate
{
    /// <summary>The argument that says where the layer's weights begin among all parameters, and so do their gradients.</summary>
    public const string FirstParameter = "firstParameter";

    /// <summary>Parameters updated at once.</summary>
    private const int Sixteen = 16;

    // A root and a division of sixteen values take 16 cycles of a processor's own unit, and some more on the way.
    private const int CyclesOfSixteen = 24;

    /// <summary>The condition that nothing is updated while a tile is accumulated, so that nobody prefetches its memory meanwhile.</summary>
    public string IsIdle => $"{ParameterUpdate.Type}.IsNone || next == summed";

    /// <summary>Before the first tile.</summary>
    public void WriteStart(SourceWriter writer)
    {
        writer.Line($"{ParameterUpdate.Type} step = update; // a copy, whose values may stay in registers");
        writer.Line("int next = 0, summed = 0; // from one to the other: what of the tile before is to be updated while a tile is accumulated");
    }

    /// <summary>Before a tile's accumulation: its address, and its distance from the tile being updated.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="firstWeight">The tile's first gradient among the layer's.</param>
    /// <param name="length">How many it has, one behind the other.</param>
    /// <exception cref="InvalidOperationException">They are not a multiple of sixteen.</exception>
    public void WriteTile(SourceWriter writer, string firstWeight, int length)
    {
        if (length % Sixteen != 0)
            throw new InvalidOperationException($"A tile of {length} gradients cannot be updated by sixteens.");
        writer.Line($"int tile = {(firstWeight == "0" ? FirstParameter : $"{FirstParameter} + {firstWeight}")}, ahead = tile + {length} - summed;");
    }

    /// <summary>At the end of what is done for a sample, in the loop over samples.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="cycles">Multiply-adds of vectors for a sample, one per cycle.</param>
    public void WriteBetween(SourceWriter writer, int cycles)
    {
        int samples = 1;
        while (samples * cycles < CyclesOfSixteen)
            samples *= 2;
        string turn = samples == 1 ? "" : $"s % {samples} == {samples - 1} && ";
        using (writer.Block($"if ({ParameterUpdate.IsGiven} && {turn}next < summed)"))
        {
            writer.Line("step.UpdateSixteen(next, next + ahead);");
            writer.Line($"next += {Sixteen};");
        }
    }

    /// <summary>After a tile's sums are stored.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="length">How many there are, one behind the other.</param>
    public void WriteStored(SourceWriter writer, int length)
    {
        using (writer.Block($"if ({ParameterUpdate.IsGiven} && completes)"))
        {
            WriteRest(writer);
            writer.Line("next = tile;");
            writer.Line($"summed = tile + {length};");
        }
    }

    /// <summary>After the last tile.</summary>
    public void WriteEnd(SourceWriter writer)
    {
        using (writer.Block($"if ({ParameterUpdate.IsGiven})"))
            WriteRest(writer);
    }

    private static void WriteRest(SourceWriter writer) => writer.Lines($"for (; next < summed; next += {Sixteen})", "\tstep.UpdateSixteen(next, next);");
}

using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Concat;

/// <summary>Copies runs of whole positions of one sample, or adds them: vectors with the channels that do not exist.</summary>
/// <param name="Runs">Runs.</param>
/// <param name="Length">Floats of each, a multiple of eight.</param>
/// <param name="Source">Where the first begins in the source, and from there to the next.</param>
/// <param name="Destination">The same in the destination.</param>
/// <param name="Accumulate">Whether to add.</param>
internal sealed record RunCopy(int Runs, int Length, (int First, int Step) Source, (int First, int Step) Destination, bool Accumulate) : Kernel
{
    /// <summary>Some runs: of one there is no step.</summary>
    public static RunCopy Of(int runs, int length, (int First, int Step) source, (int First, int Step) destination, bool accumulate) => runs == 1
        ? new(runs, length, (source.First, 0), (destination.First, 0), accumulate)
        : new(runs, length, source, destination, accumulate);

    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{NumberText.Counted(Runs, "run")} of {NumberText.Counted(Length, "value")} {(Accumulate ? "added" : "copied")}."))
        using (writer.Loop("run", Runs, out string run))
        {
            string from = Offset.Declare(writer, "from", "source", Offset.Of(Offset.Times(run, Source.Step), Source.First));
            string to = Offset.Declare(writer, "to", "destination", Offset.Of(Offset.Times(run, Destination.Step), Destination.First));
            using (writer.Loop("value", Length, out string value, target.Lanes))
                writer.Line(target.Store(Accumulate ? StoreMethod.Add : StoreMethod.Plain, [target.Load(from, value)], "", to, value));
        }
    }
}

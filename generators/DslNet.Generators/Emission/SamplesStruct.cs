using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the type of what a caller passes for some samples: of each port a span.</summary>
internal static class SamplesStruct
{
    public const string Name = "Samples__";

    /// <summary>Of a network of sequences, what says how many frames one has.</summary>
    public const string LengthOf = "LengthOf";

    /// <summary>Of a network of sequences, which outputs count.</summary>
    public const string Outputs = "Runs";

    private const string Memory = "global::System.ReadOnlySpan<float>", Interface = "global::DslNet.CompilerServices.ISamples";

    public static void Write(SourceWriter writer, NetworkSpec network)
    {
        SampleSpan[] spans = [.. SampleSpan.Of(network)];
        writer.Line("// What a caller passes for some samples, all lengths checked. A span that is not given is empty.");
        writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
        using (writer.Block($"{TypeShell.Access(network.Type)} ref struct {Name} : {Interface}"))
        {
            writer.Line(network.IsSequence ? "public int Count, Frames; // frames of all sequences, and of each" : "public int Count;");
            if (network.IsSequence)
                writer.Line("public global::System.ReadOnlySpan<int> Lengths; // how many frames each sequence has, where it has not all");
            foreach (SampleSpan span in spans)
                writer.Line($"public {span.Type} {span.Field}; // {span.Port.Shape} per {(network.IsOfSequence(span.Port.Value) ? "sequence" : network.IsSequence ? "frame" : "sample")}");
            foreach (LossSpec loss in network.HasNamedPorts ? network.Losses : EquatableArray<LossSpec>.Empty)
                writer.Line($"public double {network.ShareOf(loss)}; // what the {loss.Kind} of {loss.Of} is multiplied by: its weight over what its mean is taken over");
            writer.Lines("", $"readonly int {Interface}.Count => {(network.IsSequence ? "Count / Frames" : "Count")};");
            if (network.IsSequence)
            {
                writer.Lines(
                    "", $"public readonly int {LengthOf}(int sequence) => Lengths.IsEmpty ? Frames : Lengths[sequence];",
                    "", $"public readonly global::DslNet.CompilerServices.OutputRuns {Outputs} => new(Count / Frames, {(network.IsReduced ? "1, default" : "Frames, Lengths")});");
            }

            WriteOverlaps(writer, spans.Where(span => span.Port.Role == PortRole.Input && !span.IsGradient));
            WriteCheck(writer, "CheckForeign", spans, network.HasNamedPorts);
            WriteCheck(writer, "CheckForeignWhereWritten", spans.Where(span => span.IsWritten), network.HasNamedPorts);
        }
    }

    /// <summary>An expression that makes one of some spans, the others empty.</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="given">The spans, each called as its parameter is.</param>
    public static string Of(string count, IEnumerable<SampleSpan> given) =>
        $"new {Name} {{ Count = {count}, {string.Join(", ", given.Select(span => $"{span.Field} = {span.Argument}"))} }}";

    /// <summary>The same, with other expressions for the spans.</summary>
    public static string Of(string count, IEnumerable<SampleSpan> given, Func<SampleSpan, string> spell) =>
        $"new {Name} {{ Count = {count}, {string.Join(", ", given.Select(span => $"{span.Field} = {spell(span)}"))} }}";

    private static void WriteOverlaps(SourceWriter writer, IEnumerable<SampleSpan> inputs)
    {
        string overlaps = string.Join(" || ", inputs.Select(span =>
            span.IsOfTokens ? $"{NamedPorts.Guard}.Overlap({span.Field}, memory)" : $"global::System.MemoryExtensions.Overlaps({span.Field}, memory)"));
        writer.Lines("", $"readonly bool {Interface}.InputsOverlap({Memory} memory) => {overlaps};");
    }

    private static void WriteCheck(SourceWriter writer, string name, IEnumerable<SampleSpan> spans, bool areFields)
    {
        writer.Line();
        using (writer.Block($"readonly void {Interface}.{name}({Memory} own)"))
        {
            foreach (SampleSpan span in spans)
                writer.Line($"Guard__.CheckForeign(own, {span.Field}, {Literal.Of(areFields ? span.PublicField : span.Argument)});");
        }
    }
}

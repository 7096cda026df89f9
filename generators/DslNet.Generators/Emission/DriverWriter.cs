using DslNet.Generators.Graph;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>Writes the stages of a program for one block of samples: loops over samples, and the calls of the kernels.</summary>
internal static class DriverWriter
{
    /// <summary>The block's loop body. In scope: start, the number of the block's first sample, and block, how many it has.</summary>
    public static void WriteStages(SourceWriter writer, ProgramPlan program)
    {
        foreach (Stage stage in program.Stages)
        {
            if (stage.Granularity == Granularity.Sample)
            {
                using (writer.Block("for (nuint s = 0; s < block; s++)"))
                    WriteCalls(writer, stage);
            }
            else
            {
                WriteCalls(writer, stage);
            }
        }
    }

    /// <summary>The calls of what is done once.</summary>
    public static void WritePrologue(SourceWriter writer, ProgramPlan program)
    {
        foreach (Operation operation in program.Prologue)
            WriteCall(writer, operation);
    }

    private static void WriteCalls(SourceWriter writer, Stage stage)
    {
        BufferKind? guard = null;
        IDisposable? open = null;
        foreach (Operation operation in stage.Operations)
        {
            if (operation.OnlyWith != guard)
            {
                open?.Dispose();
                guard = operation.OnlyWith;
                open = guard is { } kind ? writer.Block($"if (!SimdRef.IsNullRef(ref {NameOf(kind)}))") : null;
            }

            WriteCall(writer, operation);
        }

        open?.Dispose();
    }

    private static void WriteCall(SourceWriter writer, Operation operation)
    {
        IEnumerable<string> references = operation.Operands.Select(operand => Reference(operand, operation.Granularity));
        IEnumerable<string> scalars = operation.Scalars.Select(scalar => scalar.Value);
        IEnumerable<string> count = operation.Granularity == Granularity.Block ? ["block"] : [];
        string call = $"{operation.Name}({string.Join(", ", references.Concat(scalars).Concat(count))})";
        writer.Line(operation.ReturnType == "void" ? call + ";" : $"loss += {call};");
    }

    private static string Reference(Operand operand, Granularity granularity)
    {
        string place = Place(operand, granularity);
        string memory = NameOf(operand.Buffer.Kind);
        return place == "0" ? $"ref {memory}" : $"ref SimdRef.Add(ref {memory}, {place})";
    }

    private static string Place(Operand operand, Granularity granularity)
    {
        Graph.Buffer buffer = operand.Buffer;
        if (buffer.Kind == BufferKind.Scratch)
        {
            bool perSample = buffer.Lifetime == Lifetime.Block && granularity == Granularity.Sample;
            return perSample ? Offset.Of(Offset.Times("s", buffer.Length), buffer.Offset) : Literal.Of(buffer.Offset);
        }

        if (!operand.IsPerSample)
            return Literal.Of(operand.Offset);
        return Offset.Times(granularity == Granularity.Sample ? "(start + s)" : "start", buffer.Length);
    }

    private static string NameOf(BufferKind kind) => kind switch
    {
        BufferKind.Inputs => "inputs",
        BufferKind.Targets => "targets",
        BufferKind.Labels => "labels",
        BufferKind.Outputs => "outputs",
        BufferKind.InputGradients => "inputGradients",
        BufferKind.Parameters => "parameters",
        BufferKind.Gradients => "gradients",
        BufferKind.GroupGradients => "sums",
        _ => "scratch",
    };
}

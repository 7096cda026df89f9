using DslNet.Generators.Graph;
using DslNet.Generators.Planning;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Emission;

/// <summary>Writes what a program does: names for its memory, loops over samples, and the calls of the kernels.</summary>
internal sealed class ProgramWriter(SourceWriter writer, ProgramPlan program, ParameterTable parameters, bool oneSample = false)
{
    private readonly ProgramNames _names = new(program, parameters);

    /// <summary>Names the parameters and the scratch memory that some operations work on.</summary>
    public void WriteNames(IEnumerable<Operation> operations)
    {
        Operation[] all = [.. operations];
        foreach (int offset in OffsetsOf(all, BufferKind.Parameters))
            writer.Line(Declare(_names.OfParameter(offset), "parameters", offset));
        foreach (Buffer buffer in ProgramNames.ScratchOf(all))
        {
            string copies = buffer.Lifetime == Lifetime.Block && !oneSample ? $"{program.BlockSamples} samples of {buffer.Length} floats" : $"{buffer.Length} floats";
            writer.Line($"{Declare(_names.OfScratch(buffer), "scratch", buffer.Offset)} // {copies}");
        }
    }

    /// <summary>Names the gradients.</summary>
    public void WriteGradientNames()
    {
        foreach (int offset in OffsetsOf(program.Operations, BufferKind.Gradients))
            writer.Line(Declare(_names.OfGradient(offset), "gradients", offset));
    }

    /// <summary>The calls of what is done around the loop over blocks.</summary>
    public void WriteCalls(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
            WriteCall(operation);
    }

    /// <summary>
    /// The work on one block. In scope: start, the number of the block's first sample, and block, how many it has; unless there
    /// is only one sample.
    /// </summary>
    public void WriteStages()
    {
        foreach (Stage stage in program.Stages)
        {
            using (stage.Granularity == Granularity.Sample && !oneSample ? writer.Block("for (nuint s = 0; s < block; s++)") : null)
                WriteCalls(stage);
        }
    }

    private IEnumerable<int> OffsetsOf(IEnumerable<Operation> operations, BufferKind kind) => operations
        .SelectMany(operation => operation.Operands).Where(operand => operand.Buffer.Kind == kind)
        .Select(operand => operand.Offset).Distinct().OrderBy(offset => offset);

    private static string Declare(string name, string memory, long offset) =>
        $"ref float {name} = ref {(offset == 0 ? memory : $"SimdRef.Add(ref {memory}, {offset})")};";

    /// <summary>Calls that need some of the caller's memory stand behind a test whether it is there.</summary>
    private void WriteCalls(Stage stage)
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

            WriteCall(operation);
        }

        open?.Dispose();
    }

    private void WriteCall(Operation operation)
    {
        IEnumerable<string> references = operation.Operands.Select(operand => Reference(operand, operation.Granularity));
        IEnumerable<string> scalars = operation.Scalars.Select(scalar => scalar.Value);
        bool single = oneSample && operation.SingleSignature is not null;
        IEnumerable<string> count = operation.Granularity != Granularity.Block || single ? [] : [oneSample ? "1" : "block"];
        string call = $"{operation.Callee}{(single ? "Single" : "")}({string.Join(", ", references.Concat(scalars).Concat(count))})";
        writer.Line(operation.ReturnType == "void" ? call + ";" : $"loss += {call};");
    }

    private string Reference(Operand operand, Granularity granularity)
    {
        Buffer buffer = operand.Buffer;
        switch (buffer.Kind)
        {
            case BufferKind.Parameters:
                return "ref " + _names.OfParameter(operand.Offset);
            case BufferKind.Gradients:
                return "ref " + _names.OfGradient(operand.Offset);
            case BufferKind.Scratch:
                bool perSample = buffer.Lifetime == Lifetime.Block && granularity == Granularity.Sample && !oneSample;
                string name = _names.OfScratch(buffer);
                return perSample ? $"ref SimdRef.Add(ref {name}, {Offset.Times("s", buffer.Length)})" : "ref " + name;
            default:
                if (oneSample)
                    return "ref " + NameOf(buffer.Kind);
                string sample = granularity == Granularity.Block ? "start" : buffer.Length == 1 ? "start + s" : "(start + s)";
                return $"ref SimdRef.Add(ref {NameOf(buffer.Kind)}, {Offset.Times(sample, buffer.Length)})";
        }
    }

    private static string NameOf(BufferKind kind) => kind switch
    {
        BufferKind.Inputs => "inputs",
        BufferKind.Targets => "targets",
        BufferKind.Labels => "labels",
        BufferKind.Outputs => "outputs",
        BufferKind.InputGradients => "inputGradients",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not the caller's memory."),
    };
}

using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes what a program does: names for its memory, loops over samples, and the calls of the kernels.</summary>
internal sealed class ProgramWriter(SourceWriter writer, ProgramPlan program, ParameterTable parameters, SampleScope scope)
{
    private readonly ProgramNames _names = new(program, parameters);

    /// <summary>Names the parameters and the scratch memory that some operations work on.</summary>
    public void WriteNames(IEnumerable<Operation> operations)
    {
        Operation[] all = [.. operations];
        foreach (int offset in OffsetsOf(all, BufferKind.Parameters))
            writer.Line(SampleScope.Declare(_names.OfParameter(offset), "parameters", offset));
        foreach (Buffer buffer in Buffer.ScratchOf(all))
            writer.Line(scope.Declaration(_names.OfScratch(buffer), buffer));
    }

    /// <summary>Names the gradients.</summary>
    public void WriteGradientNames()
    {
        foreach (int offset in OffsetsOf(program.Operations, BufferKind.Gradients))
            writer.Line(SampleScope.Declare(_names.OfGradient(offset), "gradients", offset));
    }

    /// <summary>The calls of what is done around the loop over blocks.</summary>
    public void WriteCalls(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
            WriteCall(operation);
    }

    /// <summary>The work on one block, or one sample.</summary>
    public void WriteStages()
    {
        foreach (Stage stage in program.Stages)
        {
            using (scope.Loop(writer, stage))
                WriteCalls(stage);
        }
    }

    private IEnumerable<int> OffsetsOf(IEnumerable<Operation> operations, BufferKind kind) => operations
        .SelectMany(operation => operation.Operands).Where(operand => operand.Buffer.Kind == kind)
        .Select(operand => operand.Offset).Distinct().OrderBy(offset => offset);

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
                open = guard is { } kind ? writer.Block($"if (!Place__.IsNullRef(ref {NameOf(kind)}))") : null;
            }

            WriteCall(operation);
        }

        open?.Dispose();
    }

    private void WriteCall(Operation operation)
    {
        IEnumerable<string> references = operation.Operands.Select(operand => Reference(operand, operation.Granularity));
        IEnumerable<string> scalars = operation.Scalars.Select(scalar => scalar.Value);
        string call = $"{scope.Callee(operation)}({string.Join(", ", references.Concat(scalars).Concat(scope.Count(operation)))})";
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
                return scope.InScratch(_names.OfScratch(buffer), buffer, granularity);
            default:
                return scope.InCallersMemory(NameOf(buffer.Kind), buffer, granularity);
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

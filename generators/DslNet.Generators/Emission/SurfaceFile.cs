using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes what users see: the constructor, the layers as properties, prediction, loss and gradients.</summary>
internal static class SurfaceFile
{
    private const string Run = "Run__";

    /// <param name="plan">The network.</param>
    /// <param name="targets">Those that there are programs for.</param>
    /// <param name="shared">The class whose programs and kernels it takes, if it has none of its own.</param>
    public static string Write(NetworkPlan plan, IReadOnlyList<Target> targets, TypeSpec? shared = null)
    {
        NetworkSpec network = plan.Network;
        SourceWriter writer = new();
        // Layers use the backing fields of their properties: a type or member of the user's that is called so is not meant.
        List<string> directives = [];
        if (network.Nodes.Any(node => node.Layer.HasParameters))
            directives.Add("#pragma warning disable CS9258");

        // An assembly that lets this one see what is internal may have programs of the same name. The compiler takes those of the source,
        // and so of this assembly, of which it warns.
        if (shared is not null)
            directives.Add("#pragma warning disable CS0436");
        if (directives.Count > 0)
            directives.Add("");
        TypeShell.WriteHeader(writer, [.. directives, "using Guard__ = global::DslNet.CompilerServices.NetworkGuard;", $"using {Run} = global::DslNet.CompilerServices.NetworkRun;", .. KernelMethod.Usings]);
        string updating = plan.Updates ? ", global::DslNet.CompilerServices.IFusedTraining" : "";
        TypeShell.WriteType(writer, network.Type, $" : global::DslNet.INetwork<{network.Type.Name}>{updating}", () =>
        {
            WriteConstants(writer, network);
            DescriptionWriter.Write(writer, plan);
            WriteState(writer, plan);
            LayerProperties.Write(writer, network);
            LossMethods.WritePredict(writer, plan.OneSample is not null);
            LossMethods.Write(writer, network);
            if (plan.OneSample is not null)
                WritePredictOne(writer, targets, shared);
            WriteEvaluate(writer, targets, shared);
            if (network.Loss is not null)
                WriteGradients(writer, network, targets, shared);
            if (plan.Updates)
                WriteTraining(writer, network, targets, shared);
        }, LayerTable.Write(network));
        return writer.ToString();
    }

    private static void WriteConstants(SourceWriter writer, NetworkSpec network)
    {
        Shape input = network.Inputs[0].Shape, output = network.ShapeOf(network.OutputValue);
        writer.Lines(
            $"/// <summary>How many values one input sample has: {input}.</summary>",
            $"public const int InputLength = {input.Length};",
            "",
            $"/// <summary>How many values one output has: {output}.</summary>",
            $"public const int OutputLength = {output.Length};",
            "",
            "/// <summary>How many parameters are learned.</summary>",
            $"public const int ParameterCount = {network.ParameterCount};");
    }

    private static void WriteState(SourceWriter writer, NetworkPlan plan)
    {
        TypeSpec type = plan.Network.Type;
        long multiplyAdds = plan.Network.Nodes.Sum(node => node.Layer.MultiplyAdds(plan.Network.ShapeOf(node.Inputs[0]), node.Output));
        writer.Lines(
            "",
            $"private readonly global::DslNet.CompilerServices.NetworkMemory _memory = new(parameterLength: {plan.Parameters.Length}, arenaLength: {plan.Evaluation.ScratchLength}, workspaceLength: {plan.WorkspaceLength}, multiplyAdds: {multiplyAdds});",
            "");
        if (!type.HasSeedConstructor)
        {
            writer.Lines(
                "/// <summary>Creates a network whose parameters are drawn from a seed.</summary>",
                "/// <param name=\"seed\">The same seed gives the same bits on every machine.</param>",
                $"public {type.Name}({SeedParameter(type)}) => Initialize(seed);",
                "");
        }

        writer.Lines(
            "/// <inheritdoc />",
            $"public static {type.Name} Create(int seed) => new(seed);",
            "",
            "/// <inheritdoc />",
            "public int Seed { get; private set; }",
            "",
            "/// <inheritdoc />",
            "public global::System.Span<float> Parameters => _memory.Parameters;",
            "",
            "/// <inheritdoc />",
            "public global::System.Span<float> Gradients => _memory.Gradients;",
            "",
            "/// <inheritdoc />");
        using (writer.Block("public void Initialize(int seed)"))
        {
            writer.Line("Seed = seed;");
            writer.Line("global::DslNet.CompilerServices.ParameterInitializer.Initialize(Declaration, Parameters, seed);");
        }
    }

    /// <summary>The seed is optional, unless the user wrote a constructor without parameters.</summary>
    public static string SeedParameter(TypeSpec type) => type.HasConstructor ? "int seed" : "int seed = 0";

    private static void WritePredictOne(SourceWriter writer, IReadOnlyList<Target> targets, TypeSpec? shared)
    {
        writer.Lines("", OneSampleProgram.Inlined);
        using (writer.Block($"private void {OneSampleProgram.MethodName}(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)"))
        {
            writer.Line("global::System.Span<float> parameters = _memory.Parameters;");
            writer.Line("Guard__.CheckForeign(parameters, outputs, \"outputs\");");
            WriteChoice(writer, targets, target => $"{Programs(shared, target)}.{OneSampleProgram.MethodName}({First("inputs")}, {First("outputs")}, {First("parameters")});");
        }
    }

    private static void WriteEvaluate(SourceWriter writer, IReadOnlyList<Target> targets, TypeSpec? shared)
    {
        writer.Line();
        writer.Line("// All lengths are checked before; a span that is not given is empty.");
        using (writer.Block("private double Evaluate(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> targets, global::System.ReadOnlySpan<int> labels, global::System.Span<float> outputs, int count)"))
        {
            writer.Line("Guard__.CheckForeign(_memory.Parameters, outputs, \"outputs\");");
            writer.Line("double loss;");
            WriteChoice(writer, targets, target => $"loss = {Run}.Evaluate<{Programs(shared, target)}>(_memory, inputs, targets, labels, outputs, count);");
            writer.Line("return loss;");
        }
    }

    private static void WriteGradients(SourceWriter writer, NetworkSpec network, IReadOnlyList<Target> targets, TypeSpec? shared) => WriteSums(
        writer, network, targets,
        "private float SumGradients(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> targets, global::System.ReadOnlySpan<int> labels, global::System.Span<float> inputGradients, int count, long step)",
        target => $"{Run}.SumGradients<{Programs(shared, target)}>(_memory, inputs, targets, labels, inputGradients, count, scale, Seed, step)",
        "inputGradients");

    /// <summary>What an optimiser calls that updates parameters while their gradients are summed.</summary>
    private static void WriteTraining(SourceWriter writer, NetworkSpec network, IReadOnlyList<Target> targets, TypeSpec? shared)
    {
        const string rest = $"long step, {ParameterUpdate.Type} update";
        LossMethods.WriteTraining(writer, network, rest);
        WriteSums(
            writer, network, targets,
            $"private float TrainFused<{ParameterUpdate.Type}>(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> targets, global::System.ReadOnlySpan<int> labels, int count, {rest}) {ParameterUpdate.Constraint}",
            target => $"{Run}.Train<{Programs(shared, target)}, {ParameterUpdate.Type}>(_memory, inputs, targets, labels, count, scale, Seed, step, update)");
    }

    private static void WriteSums(
        SourceWriter writer, NetworkSpec network, IReadOnlyList<Target> targets, string header, Func<Target, string> call, string? inputGradients = null)
    {
        string values = LossMethods.ValuesOfMean(network);
        writer.Line();
        using (writer.Block(header))
        {
            writer.Line($"float scale = (float)(1.0 / {values});");
            writer.Line("global::System.Span<float> gradients = _memory.Gradients;");
            foreach (string span in new[] { "inputs", "targets", "labels", inputGradients }.OfType<string>())
                writer.Line($"Guard__.CheckForeign(gradients, {span}, \"{span}\");");
            if (inputGradients is not null)
                writer.Line($"Guard__.CheckForeign(_memory.Parameters, {inputGradients}, \"{inputGradients}\");");
            writer.Line("double loss;");
            WriteChoice(writer, targets, target => $"loss = {call(target)};");
            writer.Line($"return (float)(loss / {values});");
        }
    }

    /// <summary>The programs for a target.</summary>
    private static string Programs(TypeSpec? shared, Target target)
    {
        string prefix = shared is null ? "" : $"global::{shared.Namespace}.{shared.Name}.";
        return $"{prefix}{ProgramFile.ClassName}<{prefix}{target.ClassName}>";
    }

    /// <summary>Of a span that is not empty, or whose first element nobody reads.</summary>
    private static string First(string span) => $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";

    /// <summary>The one place where the instruction set is chosen: both conditions are constants to the just-in-time compiler.</summary>
    private static void WriteChoice(SourceWriter writer, IReadOnlyList<Target> targets, Func<Target, string> call)
    {
        if (targets.Count == 1)
        {
            writer.Line(call(targets[0]));
            return;
        }

        string keyword = "if";
        foreach (Target target in targets)
        {
            writer.Line(target.Condition is { } condition ? $"{keyword} ({condition})" : "else");
            writer.Line("\t" + call(target));
            keyword = "else if";
        }
    }
}

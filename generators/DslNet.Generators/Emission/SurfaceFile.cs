using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes what users see: the constructor, the layers as properties, prediction, loss and gradients.</summary>
internal static class SurfaceFile
{
    /// <summary>The method that chooses the instruction set.</summary>
    public const string Choice = "OnThisProcessor";

    /// <summary>How a call of the programs begins.</summary>
    public const string NewCall = $"{Choice}(new {LibraryCall.Namespace}";

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

        // What users need not give they may never assign.
        if (network.HasNamedPorts)
            directives.Add("#pragma warning disable CS0649");

        // An assembly that lets this one see what is internal may have programs of the same name. The compiler takes those of the source,
        // and so of this assembly, of which it warns.
        if (shared is not null)
            directives.Add("#pragma warning disable CS0436");
        if (directives.Count > 0)
            directives.Add("");
        string[] samples = shared is null ? [] : [$"using {SamplesStruct.Name} = global::{shared.Namespace}.{shared.Name}.{SamplesStruct.Name};"];
        TypeShell.WriteHeader(
            writer, [.. directives, "using Guard__ = global::DslNet.CompilerServices.NetworkGuard;", LibraryCall.Using, .. KernelMethod.Usings, .. samples]);
        string updating = network.HasNamedPorts ? network.Losses.Count == 0 ? "" : ", global::DslNet.CompilerServices.INamedPorts" : plan.Updates ? ", global::DslNet.CompilerServices.IFusedTraining" : "";
        if (network.IsSequence)
            updating += $", {SequenceInput.Of(network).Interface}";
        TypeShell.WriteType(writer, network.Type, $" : global::DslNet.INetwork<{network.Type.Name}>{updating}", () =>
        {
            WriteConstants(writer, network);
            DescriptionWriter.Write(writer, plan);
            WriteState(writer, plan);
            LayerProperties.Write(writer, network);
            if (network.HasNamedPorts)
            {
                NamedPorts.Write(writer, network, plan.OneSampleOnStack);
                WriteEvaluate(writer);
                WriteChoice(writer, targets, shared);
                return;
            }

            if (network.IsSequence)
            {
                SequenceMethods.Write(writer, plan);
                WriteEvaluate(writer);
                if (network.Losses.Count > 0)
                    WriteGradients(writer, network);
                WriteChoice(writer, targets, shared);
                return;
            }

            LossMethods.WritePredict(writer, network, plan.OneSampleOnStack);
            LossMethods.Write(writer, network);
            WritePredictOne(writer, network, plan.OneSampleOnStack, plan.States.Length > 0);
            WriteEvaluate(writer);
            if (network.Losses.Count > 0)
                WriteGradients(writer, network);
            if (plan.Updates)
                WriteTraining(writer, network);
            WriteChoice(writer, targets, shared);
        }, LayerTable.Write(plan));
        return writer.ToString();
    }

    private static void WriteConstants(SourceWriter writer, NetworkSpec network)
    {
        if (network.HasNamedPorts)
        {
            writer.Lines("/// <summary>How many parameters are learned.</summary>", $"public const int ParameterCount = {network.ParameterCount};");
            return;
        }

        Shape input = network.Inputs[0].Shape, output = network.Outputs[0].Shape;
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
        string frozen = Frozen(plan);
        writer.Lines(
            "",
            $"private readonly global::DslNet.CompilerServices.NetworkMemory _memory = {(frozen.Length == 0 ? "new" : $"new {LibraryCall.Namespace}NetworkMemory")}(parameterLength: {plan.Parameters.Length}, arenaLength: {plan.ArenaLength}, workspaceLength: {plan.WorkspaceLength}, multiplyAdds: {plan.Network.MultiplyAdds}{(plan.States.Length > 0 ? $", stateLength: {plan.States.Length}" : "")}){frozen};",
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
            "");
        if (plan.States.Length > 0)
            writer.Lines("/// <inheritdoc />", "public global::System.Span<float> States => _memory.States;", "");
        writer.Line("/// <inheritdoc />");
        using (writer.Block("public void Initialize(int seed)"))
        {
            writer.Line("Seed = seed;");
            writer.Line("global::DslNet.CompilerServices.ParameterInitializer.Initialize(Declaration, Parameters, seed);");
            if (plan.States.Length > 0)
                writer.Line("global::DslNet.CompilerServices.ParameterInitializer.InitializeStates(Declaration, States);");
        }
    }

    /// <summary>Has optimisers leave alone what is declared so.</summary>
    private static string Frozen(NetworkPlan plan) => string.Concat(plan.Network.Nodes.Where(node => node.IsFrozen)
        .SelectMany(node => plan.Parameters.Of(node.Name)).Select(parameter => $".Freeze({parameter.Offset}, {parameter.Spec.StorageLength})"));

    /// <summary>The seed is optional, unless the user wrote a constructor without parameters.</summary>
    public static string SeedParameter(TypeSpec type) => type.HasConstructor ? "int seed" : "int seed = 0";

    private static void WritePredictOne(SourceWriter writer, NetworkSpec network, bool onStack, bool hasStates)
    {
        string header = $"private void {OneSampleProgram.MethodName}(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)";
        string sample = SamplesStruct.Of("1", SampleSpan.Of(network).Where(span => span.Port.Role is PortRole.Input or PortRole.Output && !span.IsGradient));
        writer.Line();
        if (!onStack)
        {
            writer.Lines($"{header} =>", $"\t{NewCall}OneLargeSampleCall<{SamplesStruct.Name}>(_memory, {sample}));");
            return;
        }

        writer.Line(OneSampleProgram.Inlined);
        using (writer.Block(header))
        {
            writer.Line("global::System.Span<float> parameters = _memory.Parameters;");
            writer.Line($"Guard__.CheckForeign({(hasStates ? "_memory.ParametersAndStates" : "parameters")}, outputs, \"outputs\");");
            writer.Line($"{NewCall}OneSampleCall<{SamplesStruct.Name}>({sample}, parameters));");
        }
    }

    private static void WriteEvaluate(SourceWriter writer) => writer.Lines(
        "",
        $"private double Evaluate(in {SamplesStruct.Name} samples) =>",
        $"\t{NewCall}EvaluationCall<{SamplesStruct.Name}>(_memory, samples));");

    private static void WriteGradients(SourceWriter writer, NetworkSpec network) => WriteSums(
        writer, network, $"private float SumGradients(in {SamplesStruct.Name} samples, long step)", $"GradientCall<{SamplesStruct.Name}>(_memory, samples, scale, Seed, step)");

    /// <summary>What an optimiser calls that updates parameters while their gradients are summed.</summary>
    private static void WriteTraining(SourceWriter writer, NetworkSpec network)
    {
        const string rest = $"long step, {ParameterUpdate.Type} update";
        LossMethods.WriteTraining(writer, network, rest);
        WriteSums(
            writer, network,
            $"private float TrainFused<{ParameterUpdate.Type}>(in {SamplesStruct.Name} samples, {rest}) {ParameterUpdate.Constraint}",
            $"TrainingCall<{SamplesStruct.Name}, {ParameterUpdate.Type}>(_memory, samples, scale, Seed, step, update)");
    }

    private static void WriteSums(SourceWriter writer, NetworkSpec network, string header, string call)
    {
        LossSpec declared = network.Losses[0];
        string weights = FieldOf(PortRole.Weight), runs = network.IsSequence ? $"samples.{SamplesStruct.Outputs}" : "";
        string values = LossMethods.ValuesOfMean(network, network.IsSequence ? runs : "samples.Count", weights);
        if (declared.TakesLabels)
            values = $"{FieldOf(PortRole.Label)}.IsEmpty ? {values} : {LossMethods.CountedLabels(declared, FieldOf(PortRole.Label), weights, runs)}";
        writer.Line();
        using (writer.Block(header))
        {
            writer.Line($"double counted = {values};");
            writer.Line($"float scale = {LossMethods.Means}.Scale(counted);");
            writer.Line($"double loss = {NewCall}{call});");
            writer.Line($"return (float){LossMethods.Means}.Of(loss, counted);");
        }

        string FieldOf(PortRole role) => "samples." + SampleSpan.Of(network).Single(span => span.Port.Role == role).Field;
    }

    /// <summary>The programs for a target.</summary>
    private static string Programs(TypeSpec? shared, Target target)
    {
        string prefix = shared is null ? "" : $"global::{shared.Namespace}.{shared.Name}.";
        return $"{prefix}{ProgramFile.ClassName}<{prefix}{target.ClassName}>";
    }

    /// <summary>The one place where the instruction set is chosen.</summary>
    private static void WriteChoice(SourceWriter writer, IReadOnlyList<Target> targets, TypeSpec? shared)
    {
        writer.Lines(
            "", "// Makes a call with the best kernels that the processor can run. The conditions are constants to the just-in-time compiler.", OneSampleProgram.Inlined);
        using (writer.Block($"private static double {Choice}<TCall>(TCall call) where TCall : struct, global::DslNet.CompilerServices.IProgramCall<{SamplesStruct.Name}>, allows ref struct"))
        {
            foreach (Target target in targets)
            {
                if (target.Condition is { } condition && targets.Count > 1)
                    writer.Line($"if ({condition})");
                writer.Line($"{(target.Condition is null || targets.Count == 1 ? "" : "\t")}return call.Run<{Programs(shared, target)}>();");
            }
        }
    }
}

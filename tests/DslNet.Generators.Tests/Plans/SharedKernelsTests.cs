using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using DslNet.Benchmarks.Kernels;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Equal layers of a network call the same kernels, and equal networks of a project have the same programs.</summary>
public sealed class SharedKernelsTests
{
    [Theory]
    [InlineData("[Input(64), ", "Dense(64), ReLU")]
    [InlineData("[Input(16, 8, 8), ", "Conv2D(16, 3, Padding = 1), ReLU")]
    [InlineData("[Input(8), ", "Dense(8), Tanh")]
    public void More_equal_layers_make_no_more_kernels(string input, string layer)
    {
        Assert.Equal(KernelsOf(20), KernelsOf(40));

        string[] KernelsOf(int layers) =>
        [
            .. Sources($"[Network] {input}{string.Join(", ", Enumerable.Repeat(layer, layers))}, MeanSquaredError] internal partial class Net;")
                .Where(source => source.HintName.EndsWith("Kernels.g.cs", StringComparison.Ordinal))
                .Select(source => $"{source.HintName}: {new GeneratedFile(source.SourceText.ToString()).Methods.Count}"),
        ];
    }

    [Fact]
    public void Layers_that_differ_share_nothing()
    {
        string programs = Sources("[Network, Input(64), Dense(64), ReLU, Dense(64, Bias = false), ReLU, Dense(64), Dense(64), ReLU, MeanSquaredError] internal partial class Net;")
            .Single(source => source.HintName == "Net.Programs.g.cs").SourceText.ToString();
        string[] kernels = ["Dense1Forward", "Dense2Forward", "Dense3Forward", "Dense4Forward"];
        Assert.Equal(kernels[..3], kernels.Intersect(new GeneratedFile(programs).Methods));
        Assert.Contains("// Also Dense4Forward.", programs, StringComparison.Ordinal);
    }

    /// <summary>Whoever has a plan has the kernels' names, whatever was asked of it before.</summary>
    [Fact]
    public void A_plan_s_operations_know_their_kernels_from_the_start()
    {
        NetworkPlan plan = Planning.Compilation.Of(NetworkSource.Valid("[Input(64), Dense(64), ReLU, Dense(64), ReLU, Dense(64), ReLU, Dense(64), ReLU, MeanSquaredError]"));
        foreach (ProgramPlan program in new[] { plan.Evaluation, plan.Gradients!, plan.OneSample! })
            Assert.Equal("Dense1Forward", plan.Kernels.NameOf(program.Operations.Single(operation => operation.Name == "Dense3Forward")));
    }

    [Fact]
    public void Equal_networks_have_the_same_programs()
    {
        const string equal = "[Network, Input(4), Dense(8), Tanh, Dense(2), Huber(Delta = 0.5f)]", other = "[Network, Input(4), Dense(8), Tanh, Dense(2), Huber(Delta = 0.25f)]";
        string[] names = [.. Sources($"namespace N {{ {equal} internal partial class A; {other} internal partial class B; {equal} internal partial class C; }} {equal} internal partial class D;").Select(source => source.HintName)];
        Assert.Equal(1, names.Count(name => name.StartsWith("DslNet.Generated__.Equal__", StringComparison.Ordinal) && name.EndsWith(".Programs.g.cs", StringComparison.Ordinal)));
        Assert.DoesNotContain("N.A.Programs.g.cs", names);
        Assert.DoesNotContain("D.Programs.g.cs", names);
        Assert.Contains("N.B.Programs.g.cs", names);
    }

    /// <summary>What is shared computes the bits of what is not, and each network keeps parameters of its own.</summary>
    [Fact]
    public void Equal_networks_compute_what_each_would_alone()
    {
        const string declaration = "[Network, Input(5), Dense(24), Tanh, Dense(24), Tanh, Dense(24), Tanh, Dense(3), MeanSquaredError]";
        var together = NetworkAssembly.Compile($"{declaration} internal partial class A; {declaration} internal partial class B;");
        var alone = NetworkAssembly.Compile($"{declaration} internal partial class A;");
        float[] expected = Step(alone.Create("A", seed: 3));
        Assert.Equal(expected, Step(together.Create("A", seed: 3)));
        Assert.Equal(expected, Step(together.Create("B", seed: 3)));
        Assert.NotEqual(expected, Step(together.Create("B", seed: 4)));

        static float[] Step(INetwork network)
        {
            const int samples = 7;
            float[] inputs = [.. Enumerable.Range(0, samples * 5).Select(i => (i * 37 % 19 - 9) / 8f)], targets = [.. Enumerable.Range(0, samples * 3).Select(i => i % 4 / 4f)];
            float[] outputs = new float[samples * 3], one = new float[3];
            network.Predict(inputs, outputs);
            network.Predict(inputs.AsSpan(0, 5), one);
            float loss = network.ComputeGradients(inputs, targets, 0);
            return [.. outputs, .. one, loss, .. network.Gradients];
        }
    }

    /// <summary>
    /// An assembly that may use what is internal of another sees the other's class of the same name beside its own. It must compile without a
    /// warning, and use its own: the other may have been built with another version.
    /// </summary>
    [Fact]
    public void Assemblies_that_see_each_other_s_internals_have_programs_of_their_own()
    {
        const string declaration = "[Network, Input(4), Dense(8), Tanh, Dense(2), MeanSquaredError]";
        Generation.Run(
            $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Second\")] {declaration} internal partial class A; {declaration} internal partial class B;",
            "", out var first);
        Generation.Run($"{declaration} internal partial class C; {declaration} internal partial class D;", "", out var second);
        byte[] image = Image(first.WithAssemblyName("First"));
        second = second.WithAssemblyName("Second").AddReferences(MetadataReference.CreateFromImage(image))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Both { public static A First => new(); }", (CSharpParseOptions)second.SyntaxTrees[0].Options, cancellationToken: TestContext.Current.CancellationToken));
        byte[] secondImage = Image(second);

        using var reader = new PEReader([.. secondImage]);
        MetadataReader metadata = reader.GetMetadataReader();
        string[] referenced = [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))];
        Assert.Contains("A", referenced);
        Assert.DoesNotContain(referenced, name => name.StartsWith("Equal__", StringComparison.Ordinal));

        var context = new AssemblyLoadContext("Internals");
        Assembly loaded = context.LoadFromStream(new MemoryStream(image)), user = context.LoadFromStream(new MemoryStream(secondImage));
        Assert.Equal(Predict((INetwork)Activator.CreateInstance(loaded.GetType("A", throwOnError: true)!, 3)!), Predict((INetwork)Activator.CreateInstance(user.GetType("C", throwOnError: true)!, 3)!));

        static float[] Predict(INetwork network)
        {
            float[] outputs = new float[2];
            network.Predict([0.5f, -1, 2, 0.25f], outputs);
            return outputs;
        }

        static byte[] Image(CSharpCompilation compilation)
        {
            using var image = new MemoryStream();
            Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(problem => problem.Severity > DiagnosticSeverity.Hidden));
            return image.ToArray();
        }
    }

    /// <summary>The benchmark of kernels follows a network to the class that has them, however it is compiled.</summary>
    [Fact]
    public void The_benchmarks_find_the_kernels_of_equal_networks()
    {
        const string equal = "[Network, Input(4), Dense(8), Tanh, Dense(2), MeanSquaredError]", other = "[Network, Input(4), Dense(9), Tanh, Dense(2), MeanSquaredError]";
        var compiled = NetworkAssembly.Compile($"{equal} internal partial class A; {equal} internal partial class B; {other} internal partial class C; {other} internal partial class D; [Network, Input(3), Dense(2)] internal partial class Alone;");
        Type[] holders = [.. new[] { "A", "B", "C", "D", "Alone" }.Select(name => RunningKernels.Find(compiled.Type(name), "PortableKernels")!.DeclaringType!)];
        Assert.Same(holders[0], holders[1]);
        Assert.Same(holders[2], holders[3]);
        Assert.NotSame(holders[0], holders[2]);
        Assert.StartsWith("Equal__", holders[0].Name, StringComparison.Ordinal);
        Assert.Same(compiled.Type("Alone"), holders[4]);
        Assert.NotNull(holders[0].GetNestedType("PortableKernels", BindingFlags.NonPublic)!.GetMethod("Dense1Forward"));
        Assert.Contains("Avx2Kernels", RunningKernels.Of(compiled.Type("A")));
        Assert.Null(RunningKernels.Find(compiled.Type("A"), "NoKernels"));
    }

    [Fact]
    public void Without_the_optimiser_there_are_fewer_targets()
    {
        const string source = "[Network, Input(64), Dense(64), ReLU, Dense(64), MeanSquaredError] internal partial class Net;";
        Assert.Equal(["Net.Avx2Kernels.g.cs", "Net.PortableKernels.g.cs"], Kernels("", OptimizationLevel.Debug));
        Assert.Equal(["Net.NeonKernels.g.cs", "Net.PortableKernels.g.cs"], Kernels("neon", OptimizationLevel.Debug));
        Assert.Contains("Net.Avx512Kernels.g.cs", Kernels("", OptimizationLevel.Release));

        string[] Kernels(string targets, OptimizationLevel optimization) =>
        [
            .. Generation.Run(source, targets, out _, optimization: optimization).GeneratedSources
                .Select(file => file.HintName).Where(name => name.EndsWith("Kernels.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<GeneratedSourceResult> Sources(string source)
    {
        GeneratorRunResult result = Generation.Run(source, "", out var compiled);
        Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity > DiagnosticSeverity.Hidden));
        return result.GeneratedSources;
    }
}

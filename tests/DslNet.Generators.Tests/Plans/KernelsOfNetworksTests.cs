using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Kernels that several different networks of a project call stand once.</summary>
public sealed class KernelsOfNetworksTests
{
    private const string Prefix = "DslNet.Generated__.";

    private const string
        A = "[Network, Input(16), Dense(64), ReLU, Dense(3), MeanSquaredError] internal partial class A;",
        B = "[Network, Input(16), Dense(64), ReLU, Dense(5), SoftmaxCrossEntropy] internal partial class B;",
        C = "[Network, Input(7), Dense(9), ReLU, Dense(33), MeanSquaredError] internal partial class C;",

        // Its scratch memory is too much for the stack: kernels become part of no program.
        Large = "[Network, Input(16), Dense(64), ReLU, Dense(64), ReLU, Dense(64), ReLU, Dense(64), ReLU, Dense(64), MeanSquaredError] internal partial class Large;";

    [Fact]
    public void Kernels_of_two_networks_stand_once()
    {
        IReadOnlyDictionary<string, string> files = Files(A + B + C);
        GeneratedFile shared = new(files[Prefix + "Avx2Kernels.g.cs"]), own = new(files["A.Avx2Kernels.g.cs"]), second = new(files["B.Avx2Kernels.g.cs"]);
        string call = Assert.Single(own.CallsOf("Dense1Forward")), method = call.Split('.')[^1];
        Assert.StartsWith("global::" + Prefix, call, StringComparison.Ordinal);
        Assert.Equal(call, Assert.Single(second.CallsOf("Dense1Forward")));
        Assert.Single(shared.Methods, method);
        Assert.Contains(method + "Single", shared.Methods);
        Assert.DoesNotContain(new GeneratedFile(files["C.Avx2Kernels.g.cs"]).Calls, other => other.StartsWith("global::" + Prefix, StringComparison.Ordinal));

        // What is hardly longer than a call stays; and the rest of the network is its own.
        Assert.True(own.HasBody("OutputCopy"));
        Assert.True(own.HasBody("MeanSquaredError"));
    }

    [Fact]
    public void A_network_alone_has_its_kernels()
    {
        Assert.DoesNotContain(Files(A + C).Keys, name => name.StartsWith(Prefix, StringComparison.Ordinal));

        // Equal networks are one.
        Assert.DoesNotContain(Files(A + A.Replace("class A", "class A2", StringComparison.Ordinal)).Keys, name => name.EndsWith(Prefix + "Avx2Kernels.g.cs", StringComparison.Ordinal));
    }

    /// <summary>Where there is a program for one sample, kernels become part of it, and of no other: networks with and without one have kernels of their own.</summary>
    [Fact]
    public void Networks_with_and_without_a_program_for_one_sample_share_nothing() =>
        Assert.DoesNotContain(Files(A + Large).Keys, name => name.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>A name says what a kernel computes, and not who calls it.</summary>
    [Fact]
    public void Other_networks_change_no_name()
    {
        string first = Files(A + B)["A.Avx2Kernels.g.cs"];
        Assert.Equal(first, Files(C + B.Replace("class B", "class Other", StringComparison.Ordinal) + A)["A.Avx2Kernels.g.cs"]);
    }

    /// <summary>What is shared computes the bits of what is not, with all instruction sets that there are here.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("avx2")]
    [InlineData("portable")]
    public void Networks_compute_what_each_would_alone(string targets)
    {
        float[] expected = Step(NetworkAssembly.Compile(A, targets).Create("A", seed: 3));
        NetworkAssembly together = NetworkAssembly.Compile(A + B + C, targets);
        Assert.Equal(expected, Step(together.Create("A", seed: 3)));
        Assert.NotEqual(expected, Step(together.Create("A", seed: 4)));

        static float[] Step(INetwork network)
        {
            const int samples = 21, inputLength = 16, outputLength = 3;
            float[] inputs = [.. Enumerable.Range(0, samples * inputLength).Select(i => (i * 37 % 19 - 9) / 8f)], targets = [.. Enumerable.Range(0, samples * outputLength).Select(i => i % 4 / 4f)];
            float[] outputs = new float[samples * outputLength], one = new float[outputLength];
            network.Predict(inputs, outputs);
            network.Predict(inputs.AsSpan(0, inputLength), one);
            float loss = network.ComputeGradients(inputs, targets, 0);
            return [.. outputs, .. one, loss, .. network.Gradients];
        }
    }

    private static Dictionary<string, string> Files(string source)
    {
        GeneratorRunResult result = Generation.Run(source, "", out var compiled);
        Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity > DiagnosticSeverity.Hidden));
        return result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DslNet.Generators.Benchmarks;

/// <summary>What the compiler takes for the generated code of a project: to read, to bind and to emit it.</summary>
internal static class CompilationCost
{
    /// <summary>Networks of many kinds in one project: perceptrons, convolutions, joined layers, and some that have layers in common.</summary>
    private static readonly string[] Fourteen =
    [
        "Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), SoftmaxCrossEntropy",
        "Input(4), Dense(32), Tanh, Dense(16), Tanh, Dense(4), MeanSquaredError",
        "Input(64), Dense(256), ReLU, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy",
        "Input(784), Dense(512), ReLU, Dense(512), ReLU, Dense(10), SoftmaxCrossEntropy",
        "Input(784), Dense(128), ReLU, Dense(64), ReLU, Dense(10), SoftmaxCrossEntropy",
        "Input(4), Dense(32), Tanh, Dense(32), Tanh, Dense(2), MeanSquaredError",
        "Input(1), Dense(32), Tanh, Dense(32), Tanh, Dense(1), MeanSquaredError",
        "Input(1, 11, 21), Conv2D(6, 5), LeakyReLU, MaxPool2D(2), Conv2D(3, 2), MaxPool2D(2, 3), Flatten, Dense(49), MeanSquaredError",
        "Input(7, Gradient = true), Dense(33), ELU, Dense(17), GELU, Dense(3), Huber",
        "Input(2, 7, 5, Gradient = true), Conv2D(3, 4, Padding = Padding.Same, Stride = 2), SiLU, AvgPool2D(3, Stride = 2, Padding = 1), MeanAbsoluteError",
        "Input(3, 11, 9), Conv2D(13, 3, Padding = 1, Name = \"Stem\"), GELU, Conv2D(13, 3, Padding = 1, Bias = false), Add(\"Stem\"), SiLU, Conv2D(20, 3, 2, Stride = 2), ELU, GlobalAvgPool, Dense(4), SoftmaxCrossEntropy",
        "Input(5), Dense(371), ReLU, Dense(355), MeanSquaredError",
        "Input(17), Dense(128), ReLU, Dense(33), Dense(80), Tanh, Dropout(0.25), Dense(200), ReLU, Dense(32), Dense(3), MeanSquaredError",
        "Input(150), Dense(600), ReLU, Dense(11), Softmax, MeanSquaredError",
    ];

    /// <summary>Projects by name.</summary>
    private static IEnumerable<(string Name, IEnumerable<string> Networks)> Projects =>
    [
        ("LeNet-5", Fourteen.Take(1)),
        ("14 networks", Fourteen),
        ("200 x Dense(64)", [$"Input(64), {string.Concat(Enumerable.Repeat("Dense(64), ReLU, ", 200))}MeanSquaredError"]),
        ("100 equal networks", Enumerable.Repeat("Input(4), Dense(8), ReLU, Dense(2), SoftmaxCrossEntropy", 100)),
    ];

    /// <summary>Prints the least of some repeats as CSV.</summary>
    public static void Write(int repeats)
    {
        Console.WriteLine("project,generator_cpu_ms,parse_cpu_ms,bind_and_emit_cpu_ms,files,bytes");
        foreach ((string name, IEnumerable<string> networks) in Projects)
        {
            var solution = new Solution(networks);
            (double Generate, double Parse, double Emit) least = (double.MaxValue, double.MaxValue, double.MaxValue);
            ImmutableArray<GeneratedSourceResult> sources = [];
            for (int i = 0; i < repeats; i++)
            {
                double start = Cpu();
                GeneratorDriver driver = Solution.CreateDriver().RunGenerators(solution.Compilation);
                double generated = Cpu();
                sources = driver.GetRunResult().Results.Single().GeneratedSources;
                SyntaxTree[] trees = [.. sources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, Solution.ParseOptions, source.HintName))];
                double parsed = Cpu();
                Emit(solution.Compilation.AddSyntaxTrees(trees));
                least = (Math.Min(least.Generate, generated - start), Math.Min(least.Parse, parsed - generated), Math.Min(least.Emit, Cpu() - parsed));
            }

            Console.WriteLine($"{name},{least.Generate:F0},{least.Parse:F0},{least.Emit:F0},{sources.Length},{sources.Sum(source => source.SourceText.Length)}");
        }
    }

    private static void Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException($"Generated code does not compile: {result.Diagnostics.First(problem => problem.Severity == DiagnosticSeverity.Error)}");
    }

    /// <summary>Milliseconds that this process has computed, on all cores.</summary>
    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using DslNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Benchmarks;

/// <summary>Measures and prints.</summary>
internal static class Report
{
    private static readonly int[] Counts = [1, 10, 100];

    public static void Write(int repeats)
    {
        // The compiler is warm when somebody types: its code and the generator's are compiled for good.
        var warm = new Stopwatch();
        warm.Start();
        while (warm.ElapsedMilliseconds < 3000)
            Measure(new Solution(1), repeats: 3);

        Console.WriteLine("networks,step,min_ms,median_ms,max_ms");
        foreach (int count in Counts)
        {
            foreach ((string step, double[] times) in Measure(new Solution(count), repeats))
                Console.WriteLine($"{count},{step},{times[0]:F2},{times[times.Length / 2]:F2},{times[^1]:F2}");
        }

        foreach ((string step, double[] times) in Measure(Solution.Residual(), repeats))
            Console.WriteLine($"residual,{step},{times[0]:F2},{times[times.Length / 2]:F2},{times[^1]:F2}");

        Console.WriteLine();
        CompilationCost.Write(Math.Max(2, repeats / 4));
        Console.WriteLine();
        Console.WriteLine("file,lines,bytes");
        WriteSizes(new Solution(1));
        WriteSizes(Solution.Residual());
    }

    private static IEnumerable<(string Step, double[] Times)> Measure(Solution solution, int repeats) =>
    [
        ("cold run", Times(repeats, prepare: () => { }, () => Solution.CreateDriver().RunGenerators(solution.Compilation))),
        ("unrelated edit", Edits(solution, repeats, solution.EditUnrelated)),
        ("attribute edit", Edits(solution, repeats, solution.EditNetwork)),
        ("analyzer", Times(repeats, solution.EditUnrelated, () => Analyze(solution.Compilation))),
    ];

    private static double[] Edits(Solution solution, int repeats, Action edit)
    {
        GeneratorDriver driver = Solution.CreateDriver().RunGenerators(solution.Compilation);
        return Times(repeats, edit, () => driver = driver.RunGenerators(solution.Compilation));
    }

    private static void Analyze(Compilation compilation) =>
        compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>Milliseconds in ascending order; what prepares each is not counted.</summary>
    private static double[] Times(int repeats, Action prepare, Action action)
    {
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++)
        {
            prepare();
            long start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static void WriteSizes(Solution solution)
    {
        ImmutableArray<GeneratedSourceResult> sources =
            Solution.CreateDriver().RunGenerators(solution.Compilation).GetRunResult().Results.Single().GeneratedSources;
        foreach (GeneratedSourceResult source in sources)
            Console.WriteLine($"{source.HintName},{source.SourceText.Lines.Count},{Encoding.UTF8.GetByteCount(source.SourceText.ToString())}");
    }
}

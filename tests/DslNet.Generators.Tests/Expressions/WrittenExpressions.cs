using System.Runtime.Intrinsics.X86;
using DslNet.Generators.Expressions;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>Expressions of two inputs, written for a target, compiled and loaded.</summary>
internal sealed class WrittenExpressions
{
    private readonly Action<int, float[], float[], float[]> _run;

    public WrittenExpressions(Target target, IReadOnlyList<Expr> expressions)
    {
        SourceWriter writer = new();
        foreach (string line in target.Usings)
            writer.Line(line);
        using (writer.Block("internal static class Written"))
        {
            using (writer.Block("public static void Run(int index, float[] x, float[] y, float[] result)"))
            using (writer.Block($"for (int i = 0; i < x.Length; i += {target.Lanes})"))
            using (writer.Block("switch (index)"))
            {
                for (int i = 0; i < expressions.Count; i++)
                    writer.Line($"case {i}: Run{i}(ref x[i], ref y[i], ref result[i]); break;");
            }

            for (int i = 0; i < expressions.Count; i++)
            {
                using (writer.Block($"private static void Run{i}(ref float x, ref float y, ref float result)"))
                    Write(writer, target, expressions[i]);
            }
        }

        _run = NetworkAssembly.Compile(writer.ToString()).Type("Written").GetMethod("Run")!.CreateDelegate<Action<int, float[], float[], float[]>>();
    }

    /// <summary>The targets whose vectors have all functions, and that run here.</summary>
    public static IReadOnlyList<Target> Targets { get; } = [.. Target.All.Where(target => target.HasPrograms && target.Lanes <= 8 && (target.Lanes <= 4 || Avx2.IsSupported))];

    /// <summary>Computes an expression of arrays whose lengths fill vectors.</summary>
    public float[] Run(int index, float[] x, float[] y)
    {
        float[] result = new float[x.Length];
        _run(index, x, y, result);
        return result;
    }

    /// <summary>One input is a name, the other an expression.</summary>
    private static void Write(SourceWriter writer, Target target, Expr expression)
    {
        writer.Line($"Float__ first = {target.Load("x", "0")};");
        string[] inputs = ["first", target.Load("y", "0")];
        string text = new ExprWriter(writer, target).Write(expression, inputs);
        writer.Line(target.Store(text, "result", "0"));
    }
}

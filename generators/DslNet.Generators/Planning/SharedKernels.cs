using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Planning;

/// <summary>
/// Finds the operations that can call one kernel, as those of equal layers can: their methods are the same, target by target, but for the name and
/// the comments. A chain of two hundred equal layers has the kernels of three: the first layer, one between, and the last.
/// </summary>
internal static class SharedKernels
{
    private const string AnyName = "\u00A7";

    /// <summary>The name of the kernel that each operation calls: that of the first one of its kind.</summary>
    /// <param name="operations">Operations that have a kernel, of different names.</param>
    public static IReadOnlyDictionary<string, string> Find(IReadOnlyList<Operation> operations)
    {
        Dictionary<string, string> kernels = new(StringComparer.Ordinal), first = new(StringComparer.Ordinal);
        foreach (IGrouping<string, Operation> alike in operations.GroupBy(Shape, StringComparer.Ordinal))
        {
            // Most kernels are alone with their parameters and counts, and need not be written to be told apart.
            bool isAlone = alike.Skip(1).FirstOrDefault() is null;
            first.Clear();
            foreach (Operation operation in alike)
            {
                string text = isAlone ? "" : Text(operation);
                if (!first.TryGetValue(text, out string? kernel))
                    first.Add(text, kernel = operation.Name);
                kernels.Add(operation.Name, kernel);
            }
        }

        return kernels;
    }

    /// <summary>What is soon compared: equal kernels have it in common.</summary>
    private static string Shape(Operation operation) => string.Join(
        "|", operation.GetType().Name, Nameless(operation, operation.Signature), Nameless(operation, operation.SingleSignature),
        string.Join("|", Target.All.Select(operation.RunsOn).Select(own => own.Name + operation.CostOn(own))));

    /// <summary>The methods for all targets, without name and comments.</summary>
    private static string Text(Operation operation)
    {
        SourceWriter writer = new();
        foreach (Target target in Target.All)
            operation.Write(writer, target);
        string[] lines = writer.Unlimited.Split('\n');
        return Nameless(operation, string.Join("\n", lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))));
    }

    private static string Nameless(Operation operation, string? text) => text?.Replace(operation.Name, AnyName) ?? "";
}

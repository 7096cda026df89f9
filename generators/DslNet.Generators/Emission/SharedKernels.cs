using System.Globalization;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Finds the kernels that several different networks of a project call. They are generated once, in classes of their own per target, to which the
/// networks' kernels forward. They are called after what they compute, so that no edit elsewhere changes their names.
/// </summary>
internal static class SharedKernels
{
    /// <summary>Kernels of less text stay where they are: two calls and the kernel would be as long as two kernels.</summary>
    private const int LeastText = 800;

    /// <summary>The kernels of two networks or more.</summary>
    public static EquatableArray<SharedKernel> Find(IEnumerable<NetworkPlan> plans)
    {
        IEnumerable<(Kernel Kernel, bool Inlined)> all = plans.Where(plan => !plan.IsTooLarge)
            .SelectMany(plan => plan.Kernels.All.Select(kernel => (kernel.Kernel, plan.OneSampleOnStack)));
        List<SharedKernel> shared = [];
        foreach (IGrouping<(Kernel, bool), (Kernel Kernel, bool Inlined)> users in all.GroupBy(each => each).Where(users => users.Skip(1).Any()))
        {
            // Equal kernels may say it differently. Which is taken does not depend on the order that the compiler brings networks in.
            (Kernel kernel, bool inlined) = users.OrderBy(each => KernelSpelling.Of(each.Kernel).Words, StringComparer.Ordinal).First();
            var spelling = KernelSpelling.Of(kernel);
            if (spelling.Length >= LeastText)
                shared.Add(new(kernel, spelling.Words, inlined, $"{kernel.GetType().Name}_{spelling.Hash}"));
        }

        return shared.GroupBy(kernel => (kernel.Method, kernel.Inlined)).SelectMany(Apart)
            .OrderBy(kernel => kernel.Method, StringComparer.Ordinal).ThenBy(kernel => kernel.Inlined).ToEquatableArray();
    }

    /// <summary>Of all shared kernels those that a network calls.</summary>
    public static EquatableArray<SharedKernel> Of(NetworkPlan plan, EquatableArray<SharedKernel> all)
    {
        if (all.Count == 0)
            return default;
        return all.Where(shared => shared.Inlined == plan.OneSampleOnStack && plan.Kernels.Has(shared.Kernel)).ToEquatableArray();
    }

    /// <summary>The file of one target; null if it has none of the kernels.</summary>
    public static string? Write(EquatableArray<SharedKernel> kernels, Target target)
    {
        SharedKernel[] own = [.. kernels.Where(kernel => kernel.IsOn(target))];
        if (own.Length == 0)
            return null;
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, [.. target.Usings, .. KernelMethod.Usings], hasReferences: false);
        writer.Line($"namespace {SharedNetworks.Namespace};");
        foreach (IGrouping<bool, SharedKernel> together in own.GroupBy(kernel => kernel.Inlined))
        {
            writer.Lines("", $"// Kernels for {target.Description}, that several networks call. Comments have the sizes of one of them; others fill the same panels.", "[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
            using (writer.Block($"internal static class {target.ClassName}{SharedKernel.SuffixOf(together.Key)}"))
            {
                writer.Line(KernelMethod.OptimizedConstant);
                writer.Line(KernelMethod.OfOneSampleConstant(together.Key));
                foreach (SharedKernel kernel in together)
                    kernel.Kernel.WriteMethods(writer, target, kernel.Name);
            }
        }

        return writer.ToString();
    }

    /// <summary>Kernels of one name, should there be several, get numbers.</summary>
    private static IEnumerable<SharedKernel> Apart(IEnumerable<SharedKernel> alike) => alike.OrderBy(kernel => kernel.Words, StringComparer.Ordinal)
        .Select((kernel, i) => i == 0 ? kernel : kernel with { Method = $"{kernel.Method}_{(i + 1).ToString(CultureInfo.InvariantCulture)}" });
}

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
    public static EquatableArray<SharedKernel> Find(IEnumerable<PlannedNetwork> networks)
    {
        List<SharedKernel> shared = [];
        foreach (IGrouping<bool, PlannedNetwork> alike in networks.Where(network => !network.Plan.IsTooLarge).GroupBy(network => network.Plan.OneSampleOnStack))
        {
            // It is done after each edit, for all kernels of a project: hence without a list of each one's users.
            Dictionary<KernelKey, (KernelSpelling Chosen, bool IsShared)> found = [];
            foreach (KernelSpelling spelling in alike.SelectMany(network => network.Spellings))
                found[spelling.Key] = found.TryGetValue(spelling.Key, out var other) ? (Choose(other.Chosen, spelling), true) : (spelling, false);
            shared.AddRange(
                from each in found.Values
                where each.IsShared && each.Chosen.Length >= LeastText
                select new SharedKernel(each.Chosen.Key, each.Chosen.Words, alike.Key, $"{each.Chosen.Key.Kernel.GetType().Name}_{each.Chosen.Hash}"));
        }

        return shared.GroupBy(kernel => (kernel.Method, kernel.Inlined)).SelectMany(Apart)
            .OrderBy(kernel => kernel.Method, StringComparer.Ordinal).ThenBy(kernel => kernel.Inlined).ToEquatableArray();
    }

    /// <summary>Of all shared kernels those that a network calls.</summary>
    public static EquatableArray<SharedKernel> Of(NetworkPlan plan, EquatableArray<SharedKernel> all)
    {
        if (all.Count == 0)
            return default;
        return all.Where(shared => shared.Inlined == plan.OneSampleOnStack && plan.Kernels.Has(shared.Key)).ToEquatableArray();
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

    /// <summary>
    /// Equal kernels may say it differently. Which is taken does not depend on the order that the compiler brings networks in; of those that say the same, one
    /// whose text is known.
    /// </summary>
    private static KernelSpelling Choose(KernelSpelling one, KernelSpelling other) =>
        one.Key.CompareWords(other.Key) is var order && order < 0 || order == 0 && one.IsMeasured ? one : other;

    /// <summary>Kernels of one name, should there be several, get numbers.</summary>
    private static IEnumerable<SharedKernel> Apart(IEnumerable<SharedKernel> alike) => alike.OrderBy(kernel => kernel.Words, StringComparer.Ordinal)
        .Select((kernel, i) => i == 0 ? kernel : kernel with { Method = $"{kernel.Method}_{(i + 1).ToString(CultureInfo.InvariantCulture)}" });
}

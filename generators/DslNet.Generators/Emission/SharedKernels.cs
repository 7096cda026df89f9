using System.Globalization;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
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
    public static EquatableArray<SharedKernel> Find(IEnumerable<NetworkKernels> networks)
    {
        IEnumerable<(Kernel Kernel, string Words, bool PredictsOne)> all = networks.SelectMany(
            network => network.Kernels.Zip(network.Words, (kernel, words) => (kernel, words, network.PredictsOne)));
        List<SharedKernel> shared = [];
        foreach (var users in all.GroupBy(each => (each.Kernel, each.PredictsOne)).Where(users => users.Skip(1).Any()))
        {
            // Equal kernels may say it differently. Which is taken does not depend on the order that the compiler brings networks in.
            (Kernel kernel, string words, bool predictsOne) = users.OrderBy(each => each.Words, StringComparer.Ordinal).First();
            string text = TextOf(kernel);
            if (text.Length >= LeastText)
                shared.Add(new(kernel, words, predictsOne, $"{kernel.GetType().Name}_{HintNames.LongHash(text)}"));
        }

        return shared.GroupBy(kernel => (kernel.Method, kernel.PredictsOne)).SelectMany(Apart)
            .OrderBy(kernel => kernel.Method, StringComparer.Ordinal).ThenBy(kernel => kernel.PredictsOne).ToEquatableArray();
    }

    /// <summary>Of all shared kernels those that a network calls.</summary>
    public static EquatableArray<SharedKernel> Of(NetworkKernels network, EquatableArray<SharedKernel> all)
    {
        if (all.Count == 0)
            return default;
        HashSet<Kernel> kernels = [.. network.Kernels];
        return all.Where(shared => shared.PredictsOne == network.PredictsOne && kernels.Contains(shared.Kernel)).ToEquatableArray();
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
        foreach (IGrouping<bool, SharedKernel> together in own.GroupBy(kernel => kernel.PredictsOne))
        {
            writer.Lines("", $"// Kernels for {target.Description} that several networks call.", "[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
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

    /// <summary>What names a kernel: its text for one target, without comments.</summary>
    private static string TextOf(Kernel kernel)
    {
        SourceWriter writer = new();
        kernel.WriteMethods(writer, kernel.RunsOn(Target.Typical), new("Kernel"));
        return string.Join("\n", writer.Unlimited.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
    }
}

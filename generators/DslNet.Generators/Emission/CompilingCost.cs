using DslNet.Generators.Model;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Emission;

/// <summary>
/// How long the compiler takes for what is generated of one network, from the length of the text. It took 2.8 to 3.1 seconds of one core per million
/// characters where all layers differ, whatever they are, and about twice that for one LeNet-5: see decision 22.
/// </summary>
/// <param name="Kernels">Kernels that differ.</param>
/// <param name="Seconds">Seconds of one core.</param>
internal sealed record CompilingCost(int Kernels, double Seconds)
{
    /// <summary>What is worth a warning.</summary>
    public const double MostSeconds = 60;

    private const double SecondsACharacter = 3e-6, SecondsToStart = 1;

    /// <summary>Layers that differ, fewer of which never take as long: the dearest write 300,000 characters each.</summary>
    private const int LeastLayers = 24;

    /// <summary>What a network costs; null where that is far from <see cref="MostSeconds"/>, without writing anything.</summary>
    /// <param name="network">The network, without errors.</param>
    /// <param name="targets">Those that are generated.</param>
    public static CompilingCost? Of(NetworkSpec network, IReadOnlyList<Target> targets)
    {
        // Almost all networks, however deep: equal layers share their kernels. What is in the programs is little a layer.
        int differing = network.Nodes.Select(node => (node.Layer.Declaration, string.Join("|", node.Inputs.Select(network.ShapeOf)))).Distinct().Count();
        if (differing < LeastLayers && network.Nodes.Count < LeastLayers * 100)
            return null;
        NetworkPlan plan = Compilation.Of(network);
        if (plan.IsTooLarge)
            return null;
        long characters = ProgramFile.Write(plan).Length + targets.Where(plan.GainsFrom).Sum(target => (long)KernelFile.Write(plan, target).Length);
        return new(plan.Kernels.All.Count, SecondsToStart + characters * SecondsACharacter);
    }
}

using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>
/// Calls a network's public methods with guarded memory, and then its kernels with all of their memory guarded: that of the caller,
/// parameters, gradients and scratch. What they compute must be what they compute with ordinary memory.
/// </summary>
internal static class GuardedRun
{
    /// <summary>One, odd ones, a full block and some more, and enough for groups of samples.</summary>
    public static IReadOnlyList<int> Counts { get; } = [1, 2, 3, 7, 17, 33, 130];

    public static void Run(NetworkCase item, Place place)
    {
        INetwork network = item.Create();
        foreach (int count in Counts)
        {
            Samples samples = new(network, count);
            new PublicRun(item, network, samples, place).Run();
            foreach (Kernels kernels in NetworkInsides.Kernels(network))
            {
                KernelRun run = new(item, network, samples, place, kernels);
                run.Run(withLabels: false);
                if (item.TakesLabels)
                    run.Run(withLabels: true);
            }
        }
    }

    /// <summary>Says what comes next, for whoever finds the process ended.</summary>
    public static void Announce(string what) => Console.WriteLine(what);

    public static void Compare(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        int index = Bits.FirstDifference(expected, actual);
        if (index >= 0)
            throw new InvalidOperationException($"{what}: number {index} of {expected.Length} is not what it is with ordinary memory.");
    }
}

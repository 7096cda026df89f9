using System.CommandLine;
using DslNet.Benchmarks.Limits;
using DslNet.Benchmarks.Measuring;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Kernels;

/// <summary>Times each generated kernel of a network by itself: where a training step goes.</summary>
internal static class KernelsCommand
{
    public static Command Create()
    {
        var workload = new Option<string>("--workload") { Description = "The workload.", DefaultValueFactory = _ => "lenet" };
        workload.AcceptOnlyFromAmong([.. Workload.All.Select(each => each.Name)]);
        var target = new Option<string?>("--target") { Description = "The class of kernels; those that the network chooses unless said otherwise." };
        target.AcceptOnlyFromAmong([.. RunningKernels.All]);
        var block = new Option<int>("--block") { Description = "Samples in a block, as the generated file says.", DefaultValueFactory = _ => 8 };
        var rounds = new Option<int>("--rounds") { Description = "How often each kernel is repeated.", DefaultValueFactory = _ => 60 };
        block.MustBePositive();
        rounds.MustBePositive();
        var command = new Command("kernels", "Prints microseconds a sample of each kernel, called by itself.") { workload, target, block, rounds };
        command.SetAction(arguments => Run(
            Workload.All.Single(each => each.Name == arguments.GetValue(workload)),
            arguments.GetValue(target),
            arguments.GetValue(block),
            arguments.GetValue(rounds)));
        return command;
    }

    private static void Run(Workload workload, string? target, int block, int rounds)
    {
        INetwork network = workload.Create(1);
        var session = new Session();
        var limits = new MachineLimits(session);
        var kernels = Kernel.Of(network, target ?? RunningKernels.ChosenBy(network.GetType()), block)
            .Select(kernel => (Kernel: kernel, Case: session.Add(kernel.Call))).ToArray();
        session.Run(rounds);

        Console.WriteLine($"# FMA peak {limits.Peak:F1} GFLOP/s; kernels that take a block got {block} {(block == 1 ? "sample" : "samples")}");
        Console.WriteLine("kernel,samples,us_per_call,us_per_sample,multiply_adds_per_sample,share_of_peak");
        foreach ((Kernel kernel, Case timed) in kernels)
        {
            double median = session.Of(timed).Median;
            int samples = kernel.TakesBlock ? block : 1;
            long multiplyAdds = MultiplyAdds(network.Description, kernel.Name);
            double share = 2e-3 * multiplyAdds * samples / median / limits.Peak;
            Console.WriteLine($"{kernel.Name},{samples},{median:F4},{median / samples:F4},{multiplyAdds},{share:F3}");
        }
    }

    /// <summary>What a layer's kernel computes, told by its name; nothing for pooling and copies.</summary>
    private static long MultiplyAdds(NetworkDescription description, string kernel) =>
        description.Layers.FirstOrDefault(layer => IsOf(layer.Name, kernel))?.MultiplyAdds ?? 0;

    private static bool IsOf(string layer, string kernel) =>
        kernel == layer + "Forward" || kernel == layer + "InputGradient" || kernel == layer + "WeightGradient";
}

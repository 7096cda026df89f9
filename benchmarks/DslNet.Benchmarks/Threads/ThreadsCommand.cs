using System.CommandLine;
using System.Diagnostics;
using DslNet.Benchmarks.Quick;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Threads;

/// <summary>Times workloads with one thread and with several, in turns.</summary>
internal static class ThreadsCommand
{
    private const int WarmUpCalls = 60;

    private static readonly TimeSpan s_warmUpTime = TimeSpan.FromSeconds(0.5);

    public static Command Create()
    {
        var workload = new Option<string[]>("--workload") { Description = "Workloads to measure; lenet and mlp512 unless said otherwise.", AllowMultipleArgumentsPerToken = true };
        workload.AcceptOnlyFromAmong([.. Workload.All.Select(each => each.Name)]);
        var batch = new Option<int[]>("--batch") { Description = "Samples in a call.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [128, 256, 512] };
        var threads = new Option<int>("--threads") { Description = "Threads to compare with one.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var rounds = new Option<int>("--rounds") { Description = "How often each call is timed.", DefaultValueFactory = _ => 300 };
        batch.MustBePositive();
        threads.MustBePositive();
        rounds.MustBePositive();
        var command = new Command("threads", "Prints microseconds a call as CSV, with one thread and with several, not pinned.") { workload, batch, threads, rounds };
        command.SetAction(arguments => Run(
            arguments.GetValue(workload) is { Length: > 0 } names ? names : ["lenet", "mlp512"],
            arguments.GetValue(batch)!,
            arguments.GetValue(threads),
            arguments.GetValue(rounds)));
        return command;
    }

    private static void Run(string[] names, int[] batches, int threads, int rounds)
    {
        Console.WriteLine("peer,workload,batch,threads,metric,min,median,max");
        foreach (Workload workload in Workload.All.Where(workload => names.Contains(workload.Name)))
        {
            foreach (int batch in batches)
            {
                TrainingStep step = new(workload, batch);
                Prediction prediction = new(workload, batch);
                Compare($"{workload.Name},{batch}", Measurement.Train, threads, rounds, step.Run);
                Compare($"{workload.Name},{batch}", Measurement.Infer, threads, rounds, prediction.Run);
            }
        }
    }

    // Plain times of single calls: a thread that waits for another is not running, and yet its time counts.
    private static void Compare(string name, string metric, int threads, int rounds, Func<float> call)
    {
        double[] one = new double[rounds], several = new double[rounds];
        long start = Stopwatch.GetTimestamp();
        for (int warm = 0; warm < WarmUpCalls || Stopwatch.GetElapsedTime(start) < s_warmUpTime; warm++)
        {
            Time(1, call);
            Time(threads, call);
        }

        for (int round = 0; round < rounds; round++)
            (one[round], several[round]) = (Time(1, call), Time(threads, call));

        // One after the other, so that both ran at the same speed of the machine; that changes from minute to minute where others use it.
        double[] ratios = [.. one.Zip(several, (single, divided) => single / divided).Order()];
        Array.Sort(one);
        Array.Sort(several);
        string[] parts = name.Split(',');
        foreach ((int count, double[] times) in new[] { (1, one), (threads, several) })
            Console.WriteLine($"dslnet,{name},{count},{metric},{times[0]:F2},{times[rounds / 2]:F2},{times[^1]:F2}");
        Console.WriteLine($"# {parts[0]} {metric} B={parts[1]}: {(threads == 1 ? "1 thread is" : $"{threads} threads are")} {one[0] / several[0]:F2} times as fast (fastest calls; in the median of pairs {ratios[rounds / 2]:F2})");
    }

    /// <summary>The second of two calls: the first wakes the threads and fills the caches.</summary>
    private static double Time(int threads, Func<float> call)
    {
        NetworkThreads.Count = threads;
        call();
        long start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}

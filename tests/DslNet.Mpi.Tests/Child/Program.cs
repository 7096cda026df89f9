using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DslNet;
using DslNet.Mpi;
using DslNet.Mpi.Child;

// One rank of a training: what it is to do, and where its checkpoint is.
string mode = args[0];
MpiWorld world = Mpi.World;
NetworkThreads.Count = 1;
switch (mode)
{
    case "small":
        // Batches of several sizes, the last of one group.
        Train(new Small(seed: 1), Data(20, 1_500), batch: 640, epochs: 3);
        break;
    case "seed":
        Train(new Small(seed: world.Rank), Data(20, 1_500), batch: 640, epochs: 3);
        break;
    case "data":
        Train(new Small(seed: 1), Data(20, 1_500 + world.Rank), batch: 640, epochs: 3);
        break;
    case "normalized":
        Train(new Normalized(seed: 1), Data(20, 1_500), batch: 640, epochs: 3);
        break;
    case "hang":
        world.TimeOut = TimeSpan.FromSeconds(2);
        if (world.Rank == 1)
            Thread.Sleep(Timeout.Infinite);
        Train(new Small(seed: 1), Data(20, 1_500), batch: 640, epochs: 3);
        break;
    case "return":
        // It says itself what is wrong, and the other waits for it.
        if (world.Rank == 1)
            return 3;
        Train(new Small(seed: 1), Data(20, 1_500), batch: 640, epochs: 3);
        break;
    case "throw":
        if (world.Rank == 1)
            throw new InvalidDataException("the data of rank 1 is not there");
        Train(new Small(seed: 1), Data(20, 1_500), batch: 640, epochs: 3);
        break;
    case "checkpoint":
        // With a rank that kills itself after so many batches, if a third argument says so.
        int batches = 0, killed = args.Length > 2 ? int.Parse(args[2]) : int.MaxValue;
        Train(new Small(seed: 1), Data(20, 1_500), batch: 640, epochs: 30, args[1], _ =>
        {
            if (world.Rank == 1 && ++batches == killed)
                Process.GetCurrentProcess().Kill();
        });
        break;
    case "time":
        Time();
        break;
    default:
        return 2;
}

return 0;

static Dataset Data(int features, int count)
{
    Random random = new(7);
    float[] inputs = [.. Enumerable.Range(0, count * features).Select(_ => random.NextSingle() * 2 - 1)];
    int[] labels = [.. Enumerable.Range(0, count).Select(i => (int)(MathF.Abs(inputs[i * features] + inputs[i * features + 1]) * 4.99f))];
    return Dataset.FromLabels(inputs, labels, features);
}

static void Train(INetwork network, Dataset data, int batch, int epochs, string? checkpoint = null, Action<FitProgress>? callback = null)
{
    FitResult result = network.Fit(data, new FitOptions
    {
        Optimizer = new Adam(),
        BatchSize = batch,
        Epochs = epochs,
        Communicator = Mpi.World,
        Checkpoint = checkpoint,
        Callback = callback,
    });
    string hash = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)));
    Console.WriteLine($"rank {Mpi.World.Rank} of {Mpi.World.Ranks} by {Mpi.World.Library ?? "itself"}: loss {result.Epochs[^1].Loss:R} parameters {hash}");
}

static void Time()
{
    const int batch = 1024, batches = 40;
    LeNet network = new(seed: 1);
    Dataset data = Data(28 * 28, batch * 4);
    FitOptions options = new() { Optimizer = new Adam(), BatchSize = batch, Epochs = batches / 4, Communicator = Mpi.World.Ranks > 1 ? Mpi.World : null, Shuffle = false };
    network.Fit(data, options with { Optimizer = new Adam(), Epochs = 2 });
    double best = double.PositiveInfinity;
    long last = 0;
    network.Fit(data, options with
    {
        Callback = _ =>
        {
            long now = Stopwatch.GetTimestamp();
            if (last != 0)
                best = Math.Min(best, Stopwatch.GetElapsedTime(last, now).TotalMilliseconds);
            last = now;
        },
    });
    Console.WriteLine($"rank {Mpi.World.Rank} of {Mpi.World.Ranks}: {best:F3} ms for a step of {batch}");
}

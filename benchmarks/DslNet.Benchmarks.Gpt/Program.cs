using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DslNet;
using DslNet.Benchmarks.Gpt;
using DslNet.Benchmarks.Peers.LibTorch;
using Fortunes;
using TorchSharp;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = new Argument<string>("folder") { Description = "The texts, as eng/get-fortunes.sh fetches them.", DefaultValueFactory = _ => "data/fortunes" };
var steps = new Option<int>("--steps") { Description = "Steps of each, in turns.", DefaultValueFactory = _ => 30 };
var threads = new Option<int>("--threads") { Description = "Threads of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
var command = new RootCommand("Trains the GPT of samples/Fortunes here and in libtorch, in turns, and writes with its cache.") { folder, steps, threads };
command.SetAction(arguments => Run(arguments.GetValue(folder)!, arguments.GetValue(steps), arguments.GetValue(threads)));
return command.Parse(args).Invoke();

static void Run(string folder, int steps, int threads)
{
    const int frames = Learning.Frames, pieces = Learning.Pieces;
    const float rate = 1e-3f;
    Console.WriteLine($"{TorchLoading.Load()}, {threads} threads");
    torch.set_num_threads(threads);
    Text text = Text.ReadAll(folder);
    Gpt network = new(seed: 1);
    using TorchGpt torchNetwork = new(network, rate);
    AdamW adam = new() { LearningRate = rate, WeightDecay = 0.1f };
    Random random = new(1);
    int[] tokens = new int[pieces * frames], next = new int[pieces * frames];
    double best = double.PositiveInfinity, bestOfTorch = double.PositiveInfinity;
    for (int step = 0; step < steps; step++)
    {
        for (int piece = 0; piece < pieces; piece++)
        {
            int start = random.Next(text.Train.Length - frames);
            text.Train.Slice(start, frames).CopyTo(tokens.AsSpan(piece * frames));
            text.Train.Slice(start + 1, frames).CopyTo(next.AsSpan(piece * frames));
        }

        using torch.Tensor torchTokens = torch.tensor(tokens, dtype: torch.int64).reshape(pieces, frames), torchNext = torch.tensor(next, dtype: torch.int64);
        (float loss, double time) = Timed(() => adam.Step(network, tokens, next, frames));
        (float lossOfTorch, double timeOfTorch) = Timed(() => torchNetwork.Step(torchTokens, torchNext));
        (best, bestOfTorch) = (Math.Min(best, time), Math.Min(bestOfTorch, timeOfTorch));
        if (step % Math.Max(1, steps / 6) == 0 || step == steps - 1)
            Console.WriteLine($"step {step,4}: loss {loss:F4} and {lossOfTorch:F4} of libtorch, {time:F0} and {timeOfTorch:F0} ms");
    }

    Console.WriteLine($"best step: {best:F0} ms, libtorch {bestOfTorch:F0} ms, {bestOfTorch / best:F2} times as long");
    Gpt.State state = network.CreateState();
    float[] scores = new float[Gpt.OutputLength];
    double fastest = double.PositiveInfinity;
    for (int repeat = 0; repeat < 20; repeat++)
    {
        state.Reset();
        (_, double time) = Timed(() =>
        {
            for (int i = 0; i < frames; i++)
                network.Step(state, tokens[i], scores);
            return 0;
        });
        fastest = Math.Min(fastest, time);
    }

    Console.WriteLine($"writes {1000 * frames / fastest:N0} characters a second on one core, a context of {frames} from its beginning to its end");
}

static (float Loss, double Milliseconds) Timed(Func<float> work)
{
    long start = Stopwatch.GetTimestamp();
    float loss = work();
    return (loss, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}

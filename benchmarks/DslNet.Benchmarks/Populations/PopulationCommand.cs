using System.CommandLine;
using System.Diagnostics;
using DslNet.CompilerServices;
using DslNet.Populations;

namespace DslNet.Benchmarks.Populations;

/// <summary>Times the predictions of members together, and of as many networks by themselves.</summary>
internal static class PopulationCommand
{
    private const int WarmUpCalls = 300, Repeats = 200, CallsOfRepeat = 20;

    public static Command Create()
    {
        var members = new Option<int>("--members") { Description = "Members of a population.", DefaultValueFactory = _ => 16 };
        members.MustBePositive();
        var command = new Command("population", "Prints microseconds for a prediction of each member, together and by networks of their own, as CSV.") { members };
        command.SetAction(arguments => Run(arguments.GetValue(members)));
        return command;
    }

    private static void Run(int members)
    {
        Console.WriteLine("network,members,together,shared input,networks");
        Compare<SmallPolicy>("4-16-2 tanh", members);
        Compare<RectifiedController>("12-64-64-1 relu", members);
        Compare<Controller>("12-64-64-1 tanh", members);
    }

    private static void Compare<TNetwork>(string name, int members) where TNetwork : IPopulationNetwork<TNetwork>
    {
        Population<TNetwork> population = new(members, seed: 1);
        TNetwork[] networks = [.. Enumerable.Range(0, members).Select(member => population[member].ToNetwork())];
        int input = population.Network.InputLength, output = population.Network.OutputLength;
        float[] inputs = [.. Enumerable.Range(0, members * input).Select(i => i % 7 * 0.1f)], outputs = new float[members * output];
        double together = Best(() => population.Predict(inputs, outputs)), shared = Best(() => population.Predict(inputs.AsSpan(0, input), outputs));
        double alone = Best(() =>
        {
            for (int member = 0; member < networks.Length; member++)
                networks[member].Predict(inputs.AsSpan(member * input, input), outputs.AsSpan(member * output, output));
        });
        Console.WriteLine($"{name},{members},{together:F3},{shared:F3},{alone:F3}");
    }

    private static double Best(Action call)
    {
        for (int i = 0; i < WarmUpCalls; i++)
            call();
        double best = double.PositiveInfinity;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < CallsOfRepeat; i++)
                call();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / CallsOfRepeat);
        }

        return best;
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DslNet;
using Fortunes;
using Text = Fortunes.Text;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var folder = new Argument<string>("folder") { Description = "The texts, as eng/get-fortunes.sh fetches them.", DefaultValueFactory = _ => "data/fortunes" };
var steps = new Option<int>("--steps") { Description = "How many steps are learned.", DefaultValueFactory = _ => 2000 };
var seed = new Option<int>("--seed") { Description = "Draws the first weights, the pieces of text and what is written.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("A small GPT learns to write from a text, character by character.") { folder, steps, seed };
command.SetAction(arguments => Run(arguments.GetValue(folder)!, arguments.GetValue(steps), arguments.GetValue(seed)));
return command.Parse(args).Invoke();

static int Run(string folder, int steps, int seed)
{
    if (!Directory.Exists(folder))
    {
        Console.Error.WriteLine($"There is no folder {folder}. Fetch the texts by eng/get-fortunes.sh, or name a folder of texts.");
        return 1;
    }

    Text text = Text.ReadAll(folder);
    Gpt network = new(seed);
    Learning learning = new(network, text, seed);
    Writing writing = new(network, seed);
    Console.WriteLine($"{text.Train.Length:N0} characters to learn from, {text.Test.Length:N0} kept back; {Gpt.ParameterCount:N0} parameters.");
    int shown = Math.Max(1, steps / 8);
    Stopwatch watch = Stopwatch.StartNew();
    TimeSpan learned = default;
    for (int step = 0; step < steps; step++)
    {
        long before = watch.ElapsedTicks;
        float loss = learning.Step(step, steps);
        learned += TimeSpan.FromSeconds((double)(watch.ElapsedTicks - before) / Stopwatch.Frequency);
        if (step % shown != 0 && step != steps - 1)
            continue;
        Console.WriteLine($"step {step,5}: loss {loss:F3}, of what was kept back {learning.Test():F3}, {1000 * learned.TotalSeconds / (step + 1):F0} ms a step");
        Console.WriteLine("  " + writing.Write(120).Replace("\n", "\n  ", StringComparison.Ordinal));
    }

    Console.WriteLine();
    watch.Restart();
    const int texts = 20, characters = 256;
    string last = "";
    for (int i = 0; i < texts; i++)
        last = writing.Write(characters);
    Console.WriteLine(last);
    Console.WriteLine();
    Console.WriteLine($"{texts * characters / watch.Elapsed.TotalSeconds:N0} characters a second.");
    return 0;
}

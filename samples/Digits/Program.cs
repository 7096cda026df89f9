using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using HandwrittenDigits;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var seedOption = new Option<int>("--seed") { Description = "Divides the digits, draws the first weights.", DefaultValueFactory = _ => Recipe.TrainedSeed };
var reportOption = new Option<string?>("--report") { Description = "A page about the training, for a browser." };
var saveOption = new Option<string?>("--save") { Description = "Where the trained weights go." };
var trainedOption = new Option<bool>("--trained") { Description = "Trains nothing: the weights are in the program." };
var command = new RootCommand("Learns to read handwritten digits.") { seedOption, reportOption, saveOption, trainedOption };
command.SetAction(arguments => arguments.GetValue(trainedOption)
    ? Read()
    : Run(arguments.GetValue(seedOption), arguments.GetValue(reportOption), arguments.GetValue(saveOption)));
return command.Parse(args).Invoke();

// The project names the weights, and the build has compared them with the layers.
static int Read()
{
    var (_, test) = Digits.Load(Recipe.TrainedSeed);
    DigitNet net = DigitNet.Load();
    Console.WriteLine("Four digits that the network has not learned from:");
    Console.WriteLine(Drawing.Draw(net, test, [0, 1, 2, 3]));
    Console.WriteLine($"test accuracy: {net.Evaluate(test).Accuracy:F4}");
    return 0;
}

static int Run(int seed, string? report, string? save)
{
    var (train, test) = Digits.Load(seed);
    var net = new DigitNet(seed);
    Console.WriteLine(net.Describe());

    Console.WriteLine($"Learning from {train.Count:N0} digits, testing with {test.Count} others:");
    FitResult result = net.Fit(train, Recipe.Create(test, new ConsoleProgressBar()) with { Report = report });
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");
    if (save is not null)
        net.Save(save);

    Evaluation evaluation = net.Evaluate(test);
    Console.WriteLine();
    Console.WriteLine(evaluation.ConfusionMatrix);

    int[] wrong = [.. Enumerable.Range(0, test.Count).Where(i => net.PredictClass(test.Input(i)) != test.Labels.Span[i])];
    Console.WriteLine("Four of the test's digits:");
    Console.WriteLine(Drawing.Draw(net, test, [0, 1, 2, 3]));
    if (wrong.Length > 0)
    {
        Console.WriteLine($"{wrong.Length} of {test.Count} {(wrong.Length == 1 ? "was" : "were")} read wrongly:");
        Console.WriteLine(Drawing.Draw(net, test, [.. wrong.Take(4)]));
    }

    (DigitNet copy, long fileLength) = Copying.ThroughFile(net);
    bool same = Copying.PredictSameBits(net, copy, test);
    Console.WriteLine(same
        ? $"Saved ({fileLength:N0} bytes) and loaded into a second network,\nwhose predictions are the same to the last bit."
        : "Saved and loaded into a second network: its predictions DIFFER.");
    Console.WriteLine($"test accuracy: {evaluation.Accuracy:F4}");
    return same ? 0 : 1;
}

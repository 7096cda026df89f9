using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using HandwrittenDigits;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var seedOption = new Option<int>("--seed") { Description = "Divides the digits, draws the first weights.", DefaultValueFactory = _ => 7 };
var reportOption = new Option<string?>("--report") { Description = "A page about the training, for a browser." };
var command = new RootCommand("Learns to read handwritten digits.") { seedOption, reportOption };
command.SetAction(arguments => Run(arguments.GetValue(seedOption), arguments.GetValue(reportOption)));
return command.Parse(args).Invoke();

static int Run(int seed, string? report)
{
    var (train, test) = Digits.Load(seed);
    var net = new DigitNet(seed);
    Console.WriteLine(net.Describe());

    Console.WriteLine($"Learning from {train.Count:N0} digits, testing with {test.Count} others:");
    FitResult result = net.Fit(train, Recipe.Create(test, new ConsoleProgressBar()) with { Report = report });
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");

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

using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using HumanActivity;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var signalsOption = new Option<int>("--signals") { Description = "How many signals to learn from.", DefaultValueFactory = _ => Recipe.TrainingCount };
var epochsOption = new Option<int>("--epochs") { Description = "How often every signal is seen.", DefaultValueFactory = _ => Recipe.Epochs };
var seedOption = new Option<int>("--seed") { Description = "Draws signals and first weights.", DefaultValueFactory = _ => 1 };
foreach (Option<int> option in new[] { signalsOption, epochsOption })
{
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
            result.AddError($"{option.Name} must be 1 or more.");
    });
}

var command = new RootCommand("Learns what somebody does from an accelerometer: dilated convolutions.") { signalsOption, epochsOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(signalsOption), arguments.GetValue(epochsOption), arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(int signals, int epochs, int seed)
{
    Dataset train = Sensor.Record(signals, seed), test = Sensor.Record(Recipe.TestCount, seed + 1);
    var net = new ActivityNet(seed);
    Console.WriteLine($"{ActivityNet.ParameterCount:N0} parameters, {net.Description.MultiplyAdds:N0} multiply-adds for a signal.");

    Console.WriteLine($"Learning from {train.Count:N0} signals, testing with {test.Count:N0} others:");
    FitResult result = net.Fit(train, Recipe.Create(epochs, new ConsoleProgressBar()));

    Evaluation evaluation = net.Evaluate(test);
    Console.WriteLine();
    Console.WriteLine(evaluation.ConfusionMatrix);
    foreach (Movement movement in Enum.GetValues<Movement>())
        Console.WriteLine($"{(int)movement} {movement,-8}  found {evaluation.ConfusionMatrix!.Recall((int)movement):P1}");

    Console.WriteLine();
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");
    Console.WriteLine($"test accuracy: {evaluation.Accuracy:F4}");
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using DrawnShapes;
using DslNet;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var imagesOption = new Option<int>("--images") { Description = "How many images to learn from.", DefaultValueFactory = _ => Recipe.TrainingCount };
var epochsOption = new Option<int>("--epochs") { Description = "How often every image is seen.", DefaultValueFactory = _ => Recipe.Epochs };
var seedOption = new Option<int>("--seed") { Description = "Draws images and first weights.", DefaultValueFactory = _ => 1 };
foreach (Option<int> option in new[] { imagesOption, epochsOption })
{
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
            result.AddError($"{option.Name} must be 1 or more.");
    });
}

var command = new RootCommand("Learns to tell drawn shapes apart: a residual network.") { imagesOption, epochsOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(imagesOption), arguments.GetValue(epochsOption), arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(int images, int epochs, int seed)
{
    Dataset train = Drawings.Draw(images, seed), test = Drawings.Draw(Recipe.TestCount, seed + 1);
    var net = new ShapeNet(seed);
    Console.WriteLine($"{ShapeNet.ParameterCount:N0} parameters, {net.Description.MultiplyAdds:N0} multiply-adds for an image.");

    Console.WriteLine($"Learning from {train.Count:N0} drawings, testing with {test.Count:N0} others:");
    FitResult result = net.Fit(train, Recipe.Create(epochs, new ConsoleProgressBar()));

    Evaluation evaluation = net.Evaluate(test);
    Console.WriteLine();
    Console.WriteLine(evaluation.ConfusionMatrix);
    foreach (ShapeKind kind in Enum.GetValues<ShapeKind>())
        Console.WriteLine($"{(int)kind} {kind,-8}  found {evaluation.ConfusionMatrix!.Recall((int)kind):P1}");

    Console.WriteLine();
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");
    Console.WriteLine($"test accuracy: {evaluation.Accuracy:F4}");
}

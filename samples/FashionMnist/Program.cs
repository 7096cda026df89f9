using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using FashionMnist;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var dataOption = new Option<string>("--data") { Description = "Folder of the four files.", DefaultValueFactory = _ => "data/fashion-mnist" };
var epochsOption = new Option<int>("--epochs") { Description = "How often every image is seen.", DefaultValueFactory = _ => 10 };
var seedOption = new Option<int>("--seed") { Description = "Draws first weights and the images' order.", DefaultValueFactory = _ => 1 };
epochsOption.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--epochs must be 1 or more.");
});
var command = new RootCommand("Learns to tell kinds of clothing apart: LeNet-5 on Fashion-MNIST.") { dataOption, epochsOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(dataOption)!, arguments.GetValue(epochsOption), arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static int Run(string folder, int epochs, int seed)
{
    if (!FashionImages.AreIn(folder))
    {
        Console.Error.WriteLine($"Fashion-MNIST is not in {folder}.\nFetch it with: eng/get-fashion-mnist.sh {folder}");
        return 1;
    }

    Dataset train, test;
    try
    {
        (train, test) = (FashionImages.Load(folder, FashionImages.Train), FashionImages.Load(folder, FashionImages.Test));
    }
    catch (InvalidDataException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }

    var net = new LeNet5(seed);
    Console.WriteLine(net.Describe());

    Console.WriteLine($"Learning from {train.Count:N0} image{Ending(train)}, testing with {test.Count:N0} other{Ending(test)}:");
    FitResult result = net.Fit(train, new FitOptions
    {
        Epochs = epochs,
        BatchSize = 32,
        Optimizer = new Adam(3e-4f),
        Progress = new ConsoleProgressBar(),
    });

    Evaluation evaluation = net.Evaluate(test);
    Console.WriteLine();
    Console.WriteLine(evaluation.ConfusionMatrix);
    for (int kind = 0; kind < FashionImages.Classes.Count; kind++)
        Console.WriteLine($"{kind} {FashionImages.Classes[kind],-9}  found {evaluation.ConfusionMatrix!.Recall(kind):P1}");

    Console.WriteLine();
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");
    Console.WriteLine($"train: {result.Elapsed.TotalMicroseconds / ((double)epochs * train.Count):F1} us/sample");
    Console.WriteLine($"test accuracy: {evaluation.Accuracy:F4}");
    return 0;

    static string Ending(Dataset images) => images.Count == 1 ? "" : "s";
}
